package io.github.frameiokit.internal.store;

import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.internal.Names;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.oauth.TokenStore;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * The app's token store: its own, or the one of the kit's that the configuration names, made when it is first used. It is
 * called outside of the caller's JTA transaction, since tokens that were exchanged at Adobe can't be rolled back.
 */
@ApplicationScoped
@Typed(TokenStores.class)
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class TokenStores implements TokenStore {

    private static final System.Logger LOG = System.getLogger(TokenStores.class.getName());
    private static final String MEMORY = "memory";
    private static final String JDBC = "jdbc";
    private static final String DYNAMODB = "dynamodb";
    private static final String DEFAULT_ENTRIES = "10000";

    private final Config config;
    private final Instance<TokenStore> ownStores;
    private final Instance<DataSource> dataSources;
    private TokenStore store;
    private Runnable closing = () -> {};

    /** For the container's proxies. */
    TokenStores() {
        this(null, null, null);
    }

    @Inject
    TokenStores(Config config, Instance<TokenStore> ownStores, Instance<DataSource> dataSources) {
        this.config = config;
        this.ownStores = ownStores;
        this.dataSources = dataSources;
    }

    @Override
    public Optional<Entry> find(String key) {
        return store().find(key);
    }

    @Override
    public boolean put(String key, Entry entry, long expected) {
        return store().put(key, entry, expected);
    }

    @Override
    public void delete(String key) {
        store().delete(key);
    }

    @Override
    public boolean delete(String key, long expected) {
        return store().delete(key, expected);
    }

    /** A data source that isn't there is to be known when the app starts, where its name can be looked up then. */
    public void start() {
        if (ownStores.isUnsatisfied()
                && name(config).equals(JDBC)
                && (Names.areThere()
                        || Settings.text(config, Keys.JDBC_DATA_SOURCE).isEmpty())) {
            dataSource();
        }
    }

    private synchronized TokenStore store() {
        if (store == null) {
            store = ownStores.isUnsatisfied() ? configured() : ownStores.get();
        }
        return store;
    }

    private TokenStore configured() {
        return switch (name(config)) {
            case MEMORY -> memory();
            case JDBC -> jdbc();
            case DYNAMODB -> dynamoDb();
            default ->
                throw new IllegalStateException("The config property " + Keys.TOKEN_STORE
                        + " must be memory or jdbc or dynamodb; correct or remove it.");
        };
    }

    /** Says by an {@link IllegalStateException} why the configured table can't be. */
    public static void checkTable(Config config) {
        JdbcTokenStore.checkName(table(config));
    }

    /** Says by an {@link IllegalStateException} what the configured store lacks. */
    public static void checkSdk(Config config) {
        if (name(config).equals(DYNAMODB)) {
            requireSdk();
        }
    }

    private static String name(Config config) {
        return Settings.text(config, Keys.TOKEN_STORE).orElse(MEMORY);
    }

    private static String table(Config config) {
        return Settings.text(config, Keys.JDBC_TABLE).orElse(JdbcTokenStore.DEFAULT_TABLE);
    }

    private static void requireSdk() {
        try {
            DynamoTokenStore.touchSdk();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    Keys.TOKEN_STORE + "=dynamodb needs the AWS SDK, which isn't there; add the dependencies"
                            + " software.amazon.awssdk:dynamodb and software.amazon.awssdk:url-connection-client to"
                            + " the app.",
                    e);
        }
    }

    private TokenStore memory() {
        String entries = Settings.text(config, Keys.MEMORY_ENTRIES).orElse(DEFAULT_ENTRIES);
        if (!entries.matches("0*[1-9]\\d{0,8}")) {
            throw new IllegalStateException("The config property " + Keys.MEMORY_ENTRIES
                    + " must be a positive whole number; correct or remove it.");
        }
        LOG.log(
                System.Logger.Level.INFO,
                "Users' tokens are kept in this server's memory and are lost when it stops; in production set "
                        + Keys.TOKEN_STORE + " to jdbc or dynamodb.");
        return new MemoryTokenStore(Integer.parseInt(entries), InstantSource.system());
    }

    private TokenStore jdbc() {
        JdbcTokenStore jdbc = new JdbcTokenStore(dataSource(), table(config), InstantSource.system());
        if (Settings.isOn(config, Keys.JDBC_CREATE_TABLE)) {
            jdbc.createTable();
        }
        return jdbc;
    }

    /** Where there is no JNDI, as on Quarkus, data sources are beans. */
    private DataSource dataSource() {
        Optional<String> name = Settings.text(config, Keys.JDBC_DATA_SOURCE);
        if (name.isPresent()) {
            try {
                return (DataSource) InitialContext.<Object>doLookup(name.get());
            } catch (NamingException | ClassCastException e) {
                throw new IllegalStateException(
                        "The config property " + Keys.JDBC_DATA_SOURCE + " is " + name.get()
                                + ", but there is no data source of that JNDI name; correct it, or define one on the"
                                + " server.",
                        e);
            }
        }
        if (!dataSources.isResolvable()) {
            throw new IllegalStateException("The config property " + Keys.JDBC_DATA_SOURCE + " is missing, which "
                    + Keys.TOKEN_STORE + "=jdbc needs; set it to the JNDI name of a data source, such as"
                    + " jdbc/tokens.");
        }
        return dataSources.get();
    }

    private TokenStore dynamoDb() {
        requireSdk();
        DynamoTokenStore dynamoDb = DynamoTokenStore.open(
                Settings.text(config, Keys.DYNAMODB_TABLE).orElse(DynamoTokenStore.DEFAULT_TABLE),
                Settings.text(config, Keys.DYNAMODB_REGION),
                Settings.text(config, Keys.DYNAMODB_ENDPOINT).map(URI::create),
                InstantSource.system());
        if (Settings.isOn(config, Keys.DYNAMODB_CREATE_TABLE)) {
            try {
                dynamoDb.createTable();
            } catch (RuntimeException e) {
                dynamoDb.close();
                throw e;
            }
        }
        closing = dynamoDb::close;
        return dynamoDb;
    }

    @PreDestroy
    synchronized void close() {
        closing.run();
    }
}
