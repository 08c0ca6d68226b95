package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.AppBeans;
import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.oauth.OAuthConfig;
import io.github.frameiokit.internal.store.DataSources;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** The engines of durable delivery: what each needs, and how it is made from the configuration. */
public final class Engines {

    static final String MEMORY = "memory";

    private static final String JDBC = "jdbc";
    private static final String JMS = "jms";
    private static final String SQS = "sqs";

    private Engines() {}

    /**
     * Creates the queue that the configuration names; it isn't started.
     *
     * @param dataSources the app's data sources that are beans
     */
    static DeliveryQueue open(Config config, Instance<DataSource> dataSources, AppBeans beans) {
        String engine = Settings.DELIVERY.get(config);
        requireLibrary(engine);
        return switch (engine) {
            case JMS -> new JmsDeliveryQueue(JmsSetup.find(config, queueName(config), beans));
            case SQS -> sqs(config);
            default -> jdbc(config, dataSources);
        };
    }

    private static DeliveryQueue jdbc(Config config, Instance<DataSource> dataSources) {
        String table = Settings.DELIVERY_JDBC_TABLE.get(config);
        boolean createTable = Settings.DELIVERY_JDBC_CREATE_TABLE.get(config);
        return new JdbcDeliveryQueue(
                dataSource(config, dataSources), table, createTable, Settings.DELIVERY_THREADS.get(config));
    }

    private static DeliveryQueue sqs(Config config) {
        SqsQueue queue = SqsQueue.open(
                queueUrl(config),
                Settings.DELIVERY_SQS_REGION.find(config),
                Settings.DELIVERY_SQS_ENDPOINT.find(config));
        SqsDeadQueue dead = new SqsDeadQueue(
                queue, Settings.DELIVERY_SQS_DEAD_QUEUE_URL.find(config), Settings.DELIVERY_ATTEMPTS.get(config));
        return new SqsDeliveryQueue(queue, dead, Settings.DELIVERY_THREADS.get(config));
    }

    private static DataSource dataSource(Config config, Instance<DataSource> dataSources) {
        Setting<String> property =
                Settings.DELIVERY_JDBC_DATA_SOURCE.isSet(config) || !Settings.JDBC_DATA_SOURCE.isSet(config)
                        ? Settings.DELIVERY_JDBC_DATA_SOURCE
                        : Settings.JDBC_DATA_SOURCE;
        return DataSources.find(config, property, dataSources, Settings.DELIVERY + "=jdbc");
    }

    /** Whether events wait anywhere other than in memory; a value that isn't valid counts as the default. */
    public static boolean isDurable(Config config, Optional<String> ownQueue) {
        return ownQueue.isPresent() || !Settings.DELIVERY.getIfValid(config).equals(MEMORY);
    }

    /**
     * Checks the chosen engine: its settings and its library.
     *
     * @param ownQueue the class of the app's own queue, if it has one
     * @throws IllegalStateException if it can't work
     */
    public static void check(Config config, Optional<String> ownQueue) {
        if (ownQueue.isPresent() && Settings.DELIVERY.isSet(config)) {
            throw new IllegalStateException("The config property " + Settings.DELIVERY
                    + " is set, but would have no effect, because the app's DeliveryQueue bean " + ownQueue.get()
                    + " is used; remove one of the two.");
        }
        String engine = ownQueue.isPresent() ? "" : Settings.DELIVERY.getIfValid(config);
        if (engine.equals(MEMORY)) {
            return;
        }
        OAuthConfig.optionalSealer(config);
        switch (engine) {
            case JDBC -> DataSources.checkTable(Settings.DELIVERY_JDBC_TABLE, Settings.DELIVERY_JDBC_TABLE.get(config));
            case JMS -> queueName(config);
            case SQS -> queueUrl(config);
            default -> {}
        }
        requireLibrary(engine);
    }

    private static String queueName(Config config) {
        return required(config, Settings.DELIVERY_JMS_QUEUE, "the JNDI name of the queue, such as jms/frameio");
    }

    private static URI queueUrl(Config config) {
        return required(
                config,
                Settings.DELIVERY_SQS_QUEUE_URL,
                "the URL of the queue, such as https://sqs.eu-central-1.amazonaws.com/123456789012/frameio");
    }

    private static <T> T required(Config config, Setting<T> setting, String value) {
        return setting.find(config)
                .orElseThrow(() -> new IllegalStateException(
                        "The config property " + setting + " is missing, which " + Settings.DELIVERY + "="
                                + Settings.DELIVERY.get(config) + " needs; set it to " + value + "."));
    }

    private static void requireLibrary(String engine) {
        try {
            switch (engine) {
                case JDBC -> JdbcDeliveryQueue.touchLibrary();
                case JMS -> JmsDeliveryQueue.touchApi();
                case SQS -> SqsDeliveryQueue.touchSdk();
                default -> {}
            }
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(Settings.DELIVERY + "=" + engine + " needs " + missing(engine), e);
        }
    }

    private static String missing(String engine) {
        return switch (engine) {
            case JDBC ->
                "db-scheduler, which isn't there; add the dependencies com.github.kagkarlsson:db-scheduler and"
                        + " org.slf4j:slf4j-jdk14 to the app.";
            case JMS ->
                "Jakarta Messaging, which isn't part of the Web Profile and isn't there; switch it on in the"
                        + " server, or add a broker's client and jakarta.jms:jakarta.jms-api to the app.";
            default ->
                "the AWS SDK, which isn't there; add the dependencies software.amazon.awssdk:sqs and"
                        + " software.amazon.awssdk:url-connection-client to the app.";
        };
    }
}
