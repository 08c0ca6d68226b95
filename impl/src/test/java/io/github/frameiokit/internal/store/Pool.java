package io.github.frameiokit.internal.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source as servers have them: where its connections come from, and what becomes of them, is the test's matter.
 */
public record Pool(Source source) implements DataSource {

    public interface Source {

        Connection connect() throws SQLException;
    }

    /** What a connection or a statement does in a test instead of the call, or around it. */
    interface Around {

        Object call(String name, Call call) throws SQLException;
    }

    interface Call {

        Object go() throws SQLException;
    }

    /** A connection that goes back as its user has left it. */
    public static Connection kept(Connection connection) {
        return around(connection, (name, call) -> name.equals("close") ? null : call.go());
    }

    /** A connection whose calls, and those of its prepared statements as "PreparedStatement.…", go through the test. */
    static Connection around(Connection connection, Around around) {
        return proxy(Connection.class, connection, "", (name, call) -> {
            Object result = around.call(name, call);
            return name.equals("prepareStatement")
                    ? proxy(PreparedStatement.class, (PreparedStatement) result, "PreparedStatement.", around)
                    : result;
        });
    }

    private static <T> T proxy(Class<T> type, T target, String prefix, Around around) {
        return type.cast(Proxy.newProxyInstance(
                Pool.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> around.call(prefix + method.getName(), () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw (SQLException) e.getCause();
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    @Override
    public Connection getConnection() throws SQLException {
        return source.connect();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> iface) {
        return iface.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> iface) {
        return iface.isInstance(this);
    }
}
