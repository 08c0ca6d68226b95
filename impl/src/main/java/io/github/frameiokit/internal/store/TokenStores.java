package io.github.frameiokit.internal.store;

import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.internal.client.Connections;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Decides where tokens are kept: in the app's own store, or in the one that the configuration names. */
@ApplicationScoped
public class TokenStores {

    private static final System.Logger LOG = System.getLogger(TokenStores.class.getName());
    private static final int ENTRIES = 10_000;

    @Inject
    private Config config;

    @Inject
    private Connections connections;

    @Inject
    private OwnTransaction transaction;

    @Inject
    private Instance<TokenStore> appStores;

    private TokenStore store;

    /** The store, made at the first call. */
    public synchronized TokenStore store() {
        if (store == null) {
            store = appStores.isUnsatisfied() ? configured() : appStores.get();
        }
        return store;
    }

    private TokenStore configured() {
        return switch (config.getOptionalValue(Keys.TOKEN_STORE, String.class).orElse("memory")) {
            case "memory" -> memory();
            case "jdbc" -> jdbc();
            default ->
                throw new TokenStoreException(
                        "The config property " + Keys.TOKEN_STORE
                                + " must be memory or jdbc; or remove it and provide a" + " TokenStore bean.",
                        null);
        };
    }

    private TokenStore jdbc() {
        String name = config.getOptionalValue(Keys.TOKEN_STORE_JDBC_DATA_SOURCE, String.class)
                .orElseThrow(() -> new TokenStoreException(
                        "The config property " + Keys.TOKEN_STORE_JDBC_DATA_SOURCE + " is missing; set it to the JNDI"
                                + " name of the data source that keeps users' tokens.",
                        null));
        JdbcTokenStore jdbc = new JdbcTokenStore(
                dataSource(name),
                config.getOptionalValue(Keys.TOKEN_STORE_JDBC_TABLE, String.class)
                        .orElse(JdbcTokenStore.DEFAULT_TABLE),
                connections.clock());
        if (config.getOptionalValue(Keys.TOKEN_STORE_JDBC_CREATE_TABLE, Boolean.class)
                .orElse(false)) {
            transaction.outside(() -> {
                jdbc.create();
                return null;
            });
        }
        return new Outside(jdbc, transaction);
    }

    private static DataSource dataSource(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException | ClassCastException e) {
            throw new TokenStoreException(
                    "The config property " + Keys.TOKEN_STORE_JDBC_DATA_SOURCE + " is " + name
                            + ", but there is no data"
                            + " source of that name; correct it, or define the data source in the server.",
                    null);
        }
    }

    /** A store whose operations are no part of the caller's transaction. */
    private record Outside(TokenStore store, OwnTransaction transaction) implements TokenStore {

        @Override
        public Optional<Entry> find(String key) {
            return transaction.outside(() -> store.find(key));
        }

        @Override
        public boolean put(String key, Entry entry, long expected) {
            return transaction.outside(() -> store.put(key, entry, expected));
        }

        @Override
        public void delete(String key) {
            transaction.outside(() -> {
                store.delete(key);
                return null;
            });
        }
    }

    private TokenStore memory() {
        LOG.log(
                System.Logger.Level.INFO,
                "Users' tokens are kept in memory: they are lost when the app stops, and other nodes don't know them. For"
                        + " production set " + Keys.TOKEN_STORE + ", or provide a TokenStore bean.");
        return new MemoryTokenStore(
                config.getOptionalValue(Keys.TOKEN_STORE_ENTRIES, Integer.class).orElse(ENTRIES), connections.clock());
    }
}
