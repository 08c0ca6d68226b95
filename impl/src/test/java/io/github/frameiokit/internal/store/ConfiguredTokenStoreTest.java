package io.github.frameiokit.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.CapturedLog;
import io.github.frameiokit.internal.HidingLoader;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStore.Entry;
import io.github.frameiokit.oauth.TokenStoreException;
import io.github.frameiokit.testkit.DynamoDbLocal;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Named;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which store an app gets, in a CDI container. */
class ConfiguredTokenStoreTest {

    private static final Entry ENTRY = Entry.of("sealed", Instant.parse("2099-01-01T00:00:00Z"));

    private static Map<String, String> properties;

    @AutoClose
    private final CapturedLog log = CapturedLog.of(ConfiguredTokenStore.class);

    @BeforeEach
    void listen() {
        properties = new HashMap<>();
    }

    @Dependent
    static class Configuration {

        @Produces
        @ApplicationScoped
        Config config() {
            return new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(properties, "test", 100))
                    .build();
        }
    }

    @Dependent
    static class DataSourceBean {

        @Produces
        DataSource dataSource() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:bean;DB_CLOSE_DELAY=-1");
            return database;
        }
    }

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Special {}

    /** As Quarkus has them: one with a qualifier beside its name. */
    @Dependent
    static class NamedDataSource {

        private static final AtomicInteger given = new AtomicInteger();

        @Produces
        @Named("tokens")
        DataSource named() {
            given.incrementAndGet();
            return new DataSourceBean().dataSource();
        }

        @Produces
        @Special
        @Named("qualified")
        DataSource qualified() {
            return new DataSourceBean().dataSource();
        }
    }

    /** Waits in each connection until others want one, too. */
    @Dependent
    static class MeetingDataSource {

        private static Callable<Void> meeting;

        @Produces
        DataSource dataSource() {
            return new Pool(() -> {
                try {
                    meeting.call();
                } catch (Exception e) {
                    throw new SQLException(e);
                }
                return new DataSourceBean().dataSource().getConnection();
            });
        }
    }

    @ApplicationScoped
    static class OwnStore implements TokenStore {

        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public Optional<Entry> find(String key) {
            CALLS.incrementAndGet();
            return Optional.of(ENTRY);
        }

        @Override
        public boolean put(String key, Entry entry, long expected) {
            return true;
        }

        @Override
        public void delete(String key) {}

        @Override
        public boolean delete(String key, long expected) {
            return true;
        }
    }

    private static SeContainer start(Class<?>... beans) {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addBeanClasses(ConfiguredTokenStore.class, Configuration.class)
                .addBeanClasses(beans)
                .initialize();
    }

    /** The sentence that the first use fails with. */
    private static String failure(Class<?>... beans) {
        try (SeContainer container = start(beans)) {
            ConfiguredTokenStore stores =
                    container.select(ConfiguredTokenStore.class).get();
            return assertThrows(RuntimeException.class, () -> stores.find("the-user"))
                    .getMessage();
        }
    }

    private static void assertKeeps(Class<?>... beans) {
        try (SeContainer container = start(beans)) {
            ConfiguredTokenStore stores =
                    container.select(ConfiguredTokenStore.class).get();
            assertTrue(stores.put("user", ENTRY, 0));
            assertFalse(stores.put("user", Entry.of("other", ENTRY.expiresAt()), 7));
            assertEquals(Optional.of(ENTRY), stores.find("user"));
            assertTrue(stores.delete("user", ENTRY.version()));
            stores.delete("user");
            assertEquals(Optional.empty(), stores.find("user"));
        }
    }

    @Test
    void withoutConfigurationTokensAreInMemoryWhichIsToldOnce() {
        assertKeeps();
        assertEquals(
                List.of("INFO Users' tokens and installations are kept in this server's memory and are lost when it"
                        + " stops; in production set frameio.token-store to jdbc or dynamodb."),
                log.lines());
    }

    @Test
    void nothingIsMadeBeforeTheFirstUse() {
        properties.put("frameio.token-store", "dynamodb");
        try (SeContainer container = start()) {
            assertNotNull(container.select(ConfiguredTokenStore.class).get());
        }
        assertEquals(List.of(), log.lines());
    }

    @Test
    void theAppsOwnBeanIsUsed() {
        OwnStore.CALLS.set(0);
        try (SeContainer container = start(OwnStore.class)) {
            assertEquals(
                    Optional.of(ENTRY),
                    container.select(ConfiguredTokenStore.class).get().find("user"));
            assertTrue(container.select(TokenStore.class).isResolvable());
            assertEquals(1, OwnStore.CALLS.get());
        }
    }

    @ApplicationScoped
    static class OtherStore extends OwnStore {}

    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class ChosenStore extends OwnStore {}

    @Test
    void twoBeansOfTheAppAreRefusedAtTheStart() {
        try (SeContainer container = start(OwnStore.class, OtherStore.class)) {
            ConfiguredTokenStore stores =
                    container.select(ConfiguredTokenStore.class).get();
            String told =
                    assertThrows(IllegalStateException.class, stores::start).getMessage();
            assertTrue(
                    told.startsWith("The app has several TokenStore beans (")
                            && told.contains("OwnStore")
                            && told.contains("OtherStore")
                            && told.endsWith(
                                    "remove all but one of them, or make one an @Alternative with a @Priority."),
                    told);
            assertEquals(
                    told,
                    assertThrows(IllegalStateException.class, () -> stores.find("key"))
                            .getMessage());
        }
    }

    @Test
    void ofTwoBeansOfTheAppTheAlternativeIsUsed() {
        try (SeContainer container = start(OwnStore.class, ChosenStore.class)) {
            ConfiguredTokenStore stores =
                    container.select(ConfiguredTokenStore.class).get();
            stores.start();
            assertEquals(Optional.of(ENTRY), stores.find("key"));
        }
    }

    @Test
    void aStoreThatIsNotThereIsRefused() {
        properties.put("frameio.token-store", "redis");
        assertEquals(
                "The config property frameio.token-store must be memory or jdbc or dynamodb; correct or remove it.",
                failure());
    }

    @Test
    void aMemoryWithoutRoomIsRefused() {
        properties.put("frameio.token-store.memory.entries", "many");
        assertEquals(
                "The config property frameio.token-store.memory.entries must be a positive whole number; correct or"
                        + " remove it.",
                failure());
    }

    @Nested
    class InADatabase {

        @BeforeEach
        void configure() {
            properties.put("frameio.token-store", "jdbc");
        }

        @Test
        void theDataSourceCanBeABean() {
            properties.put("frameio.token-store.jdbc.create-table", "true");
            assertKeeps(DataSourceBean.class);
        }

        @Test
        void theDataSourceCanHaveAJndiName() {
            System.setProperty(Context.INITIAL_CONTEXT_FACTORY, OneName.class.getName());
            try {
                properties.put("frameio.token-store.jdbc.data-source", "jdbc/tokens");
                properties.put("frameio.token-store.jdbc.create-table", "true");
                properties.put("frameio.token-store.jdbc.table", "public.my_tokens");
                assertKeeps();
            } finally {
                System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
            }
        }

        @Test
        void anAddressInPlaceOfANameIsNotShown() {
            properties.put("frameio.token-store.jdbc.data-source", "jdbc:oracle:thin:scott/tiger@db:1521");
            assertFalse(failure().contains("tiger"), failure());
            properties.put("frameio.token-store.jdbc.data-source", "java:comp/env/jdbc/tokens");
            assertTrue(failure().contains(" is java:comp/env/jdbc/tokens, "), failure());
        }

        @Test
        void noDataSourceIsToldAtTheStart() {
            String told = "The config property frameio.token-store.jdbc.data-source is missing, which"
                    + " frameio.token-store=jdbc needs; set it to the JNDI name of a data source, such as"
                    + " jdbc/tokens.";
            assertEquals(told, failure());
            assertEquals(Optional.of(told), failureAtStart());
            assertEquals(Optional.empty(), failureAtStart(DataSourceBean.class));
            assertEquals(Optional.empty(), failureAtStart(OwnStore.class));
        }

        @Test
        void ofSeveralDataSourcesOneMustBeNamed() {
            String told = "There are several DataSource beans, of which frameio.token-store=jdbc needs one; set the"
                    + " config property frameio.token-store.jdbc.data-source to the name of a @Named one, or to a JNDI"
                    + " name.";
            assertEquals(told, failure(DataSourceBean.class, NamedDataSource.class));
            assertEquals(Optional.of(told), failureAtStart(DataSourceBean.class, NamedDataSource.class));
            properties.put("frameio.token-store.jdbc.data-source", "tokens");
            properties.put("frameio.token-store.jdbc.create-table", "true");
            NamedDataSource.given.set(0);
            assertKeeps(DataSourceBean.class, NamedDataSource.class);
            assertEquals(1, NamedDataSource.given.get());
        }

        @Test
        void theDataSourceCanBeABeanWithAQualifierBesideItsName() {
            properties.put("frameio.token-store.jdbc.data-source", "qualified");
            properties.put("frameio.token-store.jdbc.create-table", "true");
            assertKeeps(DataSourceBean.class, NamedDataSource.class);
        }

        @Test
        void theTableIsNotCreatedUnderALock() throws Exception {
            properties.put("frameio.token-store.jdbc.create-table", "true");
            CyclicBarrier both = new CyclicBarrier(2);
            AtomicBoolean waited = new AtomicBoolean();
            MeetingDataSource.meeting = () -> {
                if (!waited.get()) {
                    both.await(20, TimeUnit.SECONDS);
                    waited.set(true);
                }
                return null;
            };
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try (SeContainer container = start(MeetingDataSource.class)) {
                ConfiguredTokenStore stores =
                        container.select(ConfiguredTokenStore.class).get();
                for (Future<Optional<Entry>> found : threads.invokeAll(
                        Collections.<Callable<Optional<Entry>>>nCopies(2, () -> stores.find("key")))) {
                    assertEquals(Optional.empty(), found.get());
                }
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void aNameThatLeadsNowhereIsToldAtTheStartWhereAppsHaveNamesThen() {
            properties.put("frameio.token-store.jdbc.data-source", "jdbc/none");
            String told = "The config property frameio.token-store.jdbc.data-source is jdbc/none, but there is no data"
                    + " source of that JNDI name, and no DataSource bean that is @Named so; correct it, or define one on"
                    + " the server.";
            assertEquals(told, failure());
            assertEquals(Optional.empty(), failureAtStart());
            System.setProperty(Context.INITIAL_CONTEXT_FACTORY, OneName.class.getName());
            try {
                assertEquals(Optional.of(told), failureAtStart());
                properties.put("frameio.token-store.jdbc.data-source", "jdbc/tokens");
                assertEquals(Optional.empty(), failureAtStart());
            } finally {
                System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
            }
        }

        private static Optional<String> failureAtStart(Class<?>... beans) {
            try (SeContainer container = start(beans)) {
                container.select(ConfiguredTokenStore.class).get().start();
                return Optional.empty();
            } catch (IllegalStateException e) {
                return Optional.of(e.getMessage());
            }
        }

        @Test
        void aTableNameThatCannotBeIsTold() {
            properties.put("frameio.token-store.jdbc.table", "tokens; DROP TABLE users");
            assertTrue(failure(DataSourceBean.class)
                    .startsWith("The config property frameio.token-store.jdbc.table must be a plain name"));
        }

        @Test
        void whatFailedIsTriedAgain() throws SQLException {
            properties.put("frameio.token-store.jdbc.table", "later.tokens");
            properties.put("frameio.token-store.jdbc.create-table", "true");
            try (SeContainer container = start(DataSourceBean.class);
                    Connection database = new DataSourceBean().dataSource().getConnection()) {
                ConfiguredTokenStore stores =
                        container.select(ConfiguredTokenStore.class).get();
                assertThrows(TokenStoreException.class, () -> stores.find("user"));
                database.createStatement().execute("CREATE SCHEMA later");
                assertEquals(Optional.empty(), stores.find("user"));
            }
        }
    }

    /** A naming service that knows an app with one data source. */
    public static final class OneName implements InitialContextFactory {

        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
            return new InitialContext(true) {

                @Override
                public Object lookup(String name) throws NamingException {
                    return switch (name) {
                        case "java:module/ModuleName" -> "app";
                        case "jdbc/tokens" -> new DataSourceBean().dataSource();
                        default -> throw new NamingException();
                    };
                }
            };
        }
    }

    @Tag("database")
    @Nested
    class InDynamoDb {

        @BeforeEach
        void configure() {
            properties.put("frameio.token-store", "dynamodb");
            properties.put(
                    "frameio.token-store.dynamodb.endpoint",
                    DynamoDbLocal.endpoint().toString());
        }

        @Test
        void theTableIsCreatedOnRequest() {
            properties.put("frameio.token-store.dynamodb.region", "eu-central-1");
            properties.put("frameio.token-store.dynamodb.table", "of-the-app");
            properties.put("frameio.token-store.dynamodb.create-table", "true");
            assertKeeps();
        }

        @Test
        void aMissingTableIsTold() {
            properties.put("frameio.token-store.dynamodb.region", "eu-central-1");
            assertTrue(failure().startsWith("There is no DynamoDB table frameio-user-tokens in this region; set"));
        }

        @Test
        void aMissingSdkIsToldWithItsCoordinates() throws Exception {
            Callable<?> probe =
                    (Callable<?>) Class.forName(WithoutSdk.class.getName(), true, new HidingLoader("software.amazon."))
                            .getConstructor()
                            .newInstance();
            assertEquals(
                    "frameio.token-store=dynamodb needs the AWS SDK, which isn't there; add the dependencies"
                            + " software.amazon.awssdk:dynamodb and software.amazon.awssdk:url-connection-client to"
                            + " the app.",
                    probe.call());
        }
    }

    /** Runs where there is no AWS SDK; memory works there, DynamoDB says what is missing. */
    public static final class WithoutSdk implements Callable<String> {

        @Override
        public String call() {
            properties = new HashMap<>();
            assertKeeps();
            properties.put("frameio.token-store", "dynamodb");
            return failure();
        }
    }
}
