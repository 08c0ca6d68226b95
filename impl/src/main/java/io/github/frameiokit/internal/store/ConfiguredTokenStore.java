package io.github.frameiokit.internal.store;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.internal.Jndi;
import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.SystemClock;
import io.github.frameiokit.oauth.TokenStore;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/**
 * The app's own token store, or the one that the configuration names, which is created when it is first used. It is
 * called outside of the caller's JTA transaction, since a token that Adobe has exchanged can't be rolled back.
 */
@ApplicationScoped
@Typed(ConfiguredTokenStore.class)
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ConfiguredTokenStore implements TokenStore {

    private static final System.Logger LOG = System.getLogger(ConfiguredTokenStore.class.getName());
    private static final String MEMORY = "memory";
    private static final String JDBC = "jdbc";
    private static final String DYNAMODB = "dynamodb";
    private static final String OWN = "own";

    /** The properties of each store. */
    private static final Map<String, List<Setting<?>>> PROPERTIES = Map.of(
            MEMORY,
            List.of(Settings.MEMORY_ENTRIES),
            JDBC,
            List.of(Settings.JDBC_DATA_SOURCE, Settings.JDBC_TABLE, Settings.JDBC_CREATE_TABLE),
            DYNAMODB,
            List.of(
                    Settings.DYNAMODB_TABLE,
                    Settings.DYNAMODB_PARTITION_KEY,
                    Settings.DYNAMODB_REGION,
                    Settings.DYNAMODB_ENDPOINT,
                    Settings.DYNAMODB_CREATE_TABLE));

    private final Config config;
    private final Instance<TokenStore> ownStores;
    private final Instance<DataSource> dataSources;
    private final InstantSource clock;
    private final AtomicReference<Opened> opened = new AtomicReference<>();

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    ConfiguredTokenStore() {
        this(null, null, null, InstantSource.system());
    }

    @Inject
    ConfiguredTokenStore(
            Config config,
            Instance<TokenStore> ownStores,
            @Any Instance<DataSource> dataSources,
            Instance<ClientClock> clocks) {
        this(config, ownStores, dataSources, SystemClock.replacedBy(clocks)::now);
    }

    private ConfiguredTokenStore(
            Config config, Instance<TokenStore> ownStores, Instance<DataSource> dataSources, InstantSource clock) {
        this.config = config;
        this.ownStores = ownStores;
        this.dataSources = dataSources;
        this.clock = clock;
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

    /**
     * Fails at the start of the app if the store can't work. A data source is looked up only if JNDI is available by
     * then.
     */
    public void start() {
        if (ownStores.isAmbiguous()) {
            throw ambiguous();
        }
        if (ownStores.isUnsatisfied()
                && name(config).equals(JDBC)
                && (Jndi.isAvailable() || !Settings.JDBC_DATA_SOURCE.isSet(config))) {
            dataSource();
        }
    }

    /** Whether all nodes of the app see the entries. */
    public boolean isShared() {
        return isShared(config, !ownStores.isUnsatisfied());
    }

    /**
     * Whether all nodes of an app would see the entries.
     *
     * @param own whether the app has its own store
     */
    public static boolean isShared(Config config, boolean own) {
        return own || !name(config).equals(MEMORY);
    }

    /** The name of the store. */
    String kind() {
        return ownStores.isUnsatisfied() ? name(config) : OWN;
    }

    /** Whether it was used, and so could be opened. */
    boolean isOpen() {
        return opened.get() != null;
    }

    private record Opened(TokenStore store, Runnable closing) {}

    /**
     * Opens the store without a lock, since it may have to create a table. If several threads do, the first one's store
     * stays.
     */
    private TokenStore store() {
        Opened known = opened.get();
        if (known != null) {
            return known.store();
        }
        Opened mine = open();
        Opened first = opened.compareAndExchange(null, mine);
        if (first == null) {
            return mine.store();
        }
        mine.closing().run();
        return first.store();
    }

    private Opened open() {
        if (ownStores.isAmbiguous()) {
            throw ambiguous();
        }
        return ownStores.isUnsatisfied() ? configured() : new Opened(ownStores.get(), () -> {});
    }

    private IllegalStateException ambiguous() {
        return new IllegalStateException("The app has several TokenStore beans ("
                + ownStores.stream()
                        .map(store -> store.getClass().getName())
                        .sorted()
                        .collect(Collectors.joining(", "))
                + "), so it isn't clear where users' tokens are; remove all but one of them, or make one an"
                + " @Alternative with a @Priority.");
    }

    private Opened configured() {
        return switch (Settings.TOKEN_STORE.get(config)) {
            case MEMORY -> memory();
            case JDBC -> jdbc();
            default -> dynamoDb();
        };
    }

    /** Throws an {@link IllegalStateException} if the configured table has an impossible name. */
    public static void checkTable(Config config) {
        JdbcTokenStore.checkName(table(config));
    }

    /** Throws an {@link IllegalStateException} if the configured store needs the AWS SDK and it is missing. */
    public static void checkSdk(Config config) {
        if (name(config).equals(DYNAMODB)) {
            requireSdk();
        }
    }

    /**
     * Warns of properties that belong to another store than the one that is used.
     *
     * @param ownStore the class of the app's own store, if it has one
     * @throws IllegalStateException if the app has its own store and the configuration also names one
     */
    public static void checkChoice(Config config, Optional<String> ownStore) {
        if (ownStore.isPresent() && Settings.TOKEN_STORE.isSet(config)) {
            throw new IllegalStateException("The config property " + Settings.TOKEN_STORE
                    + " is set, but would have no effect, because the app's TokenStore bean " + ownStore.get()
                    + " is used; remove one of the two.");
        }
        String used = ownStore.isPresent() ? "" : name(config);
        PROPERTIES.forEach((store, settings) -> settings.stream()
                .filter(setting -> !store.equals(used) && setting.isSet(config))
                .forEach(setting -> LOG.log(
                        System.Logger.Level.WARNING,
                        "The config property " + setting + " has no effect, because "
                                + ownStore.map(bean -> "the app's TokenStore bean " + bean + " is used; remove it.")
                                        .orElse(Settings.TOKEN_STORE + " is " + used + "; set that to " + store
                                                + ", or remove the property."))));
    }

    private static String name(Config config) {
        return Settings.TOKEN_STORE.getIfValid(config);
    }

    private static String table(Config config) {
        return Settings.JDBC_TABLE.get(config);
    }

    private static void requireSdk() {
        try {
            DynamoTokenStore.touchSdk();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    Settings.TOKEN_STORE + "=dynamodb needs the AWS SDK, which isn't there; add the dependencies"
                            + " software.amazon.awssdk:dynamodb and software.amazon.awssdk:url-connection-client to"
                            + " the app.",
                    e);
        }
    }

    private Opened memory() {
        int entries = Settings.MEMORY_ENTRIES.get(config);
        LOG.log(
                System.Logger.Level.INFO,
                "Users' tokens and installations are kept in this server's memory and are lost when it stops; in"
                        + " production set "
                        + Settings.TOKEN_STORE + " to jdbc or dynamodb.");
        return new Opened(new MemoryTokenStore(entries, clock), () -> {});
    }

    private Opened jdbc() {
        JdbcTokenStore jdbc = new JdbcTokenStore(dataSource(), table(config), clock, this::runInBackground);
        if (Settings.JDBC_CREATE_TABLE.get(config)) {
            jdbc.createTable();
        }
        return new Opened(jdbc, () -> {});
    }

    /** Starts a thread if the server has no managed executor. That happens rarely, and the thread soon ends. */
    private void runInBackground(Runnable task) {
        Jndi.lookup(Settings.ASYNC_EXECUTOR.get(config), Executor.class)
                .orElse(it -> {
                    Thread thread = new Thread(it, "frameio-kit-token-store");
                    thread.setDaemon(true);
                    thread.start();
                })
                .execute(task);
    }

    private DataSource dataSource() {
        return DataSources.find(config, Settings.JDBC_DATA_SOURCE, dataSources, Settings.TOKEN_STORE + "=jdbc");
    }

    private Opened dynamoDb() {
        requireSdk();
        DynamoTokenStore dynamoDb = DynamoTokenStore.open(
                Settings.DYNAMODB_TABLE.get(config),
                Settings.DYNAMODB_PARTITION_KEY.get(config),
                Settings.DYNAMODB_REGION.find(config),
                Settings.DYNAMODB_ENDPOINT.find(config),
                clock);
        if (Settings.DYNAMODB_CREATE_TABLE.get(config)) {
            try {
                dynamoDb.createTable();
            } catch (RuntimeException e) {
                dynamoDb.close();
                throw e;
            }
        }
        return new Opened(dynamoDb, dynamoDb::close);
    }

    @PreDestroy
    void close() {
        Optional.ofNullable(opened.get()).ifPresent(it -> it.closing().run());
    }
}
