package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.internal.AppBeans;
import io.github.frameiokit.internal.Jndi;
import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.transaction.UserTransaction;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * The connection factory and the queues that the configuration names.
 *
 * @param deadQueue the same queue, unless another one is named
 * @param threadFactory for threads that wait for messages
 */
record JmsSetup(
        JmsTransactions transactions,
        Function<JMSContext, Queue> queue,
        Function<JMSContext, Queue> deadQueue,
        int threads,
        ThreadFactory threadFactory) {

    private static final String DEFAULT_FACTORY = "java:comp/DefaultJMSConnectionFactory";
    private static final String USER_TRANSACTION = "java:comp/UserTransaction";

    /**
     * Finds them.
     *
     * @throws IllegalStateException if there are none
     */
    static JmsSetup find(Config config, String queueName, AppBeans beans) {
        Optional<ConnectionFactory> own = ownFactory(config, beans);
        JmsTransactions transactions = own.<JmsTransactions>map(JmsTransactions.Local::new)
                .orElseGet(() -> new JmsTransactions.Jta(serversFactory(config), userTransaction()));
        Function<JMSContext, Queue> queue = queue(queueName, Settings.DELIVERY_JMS_QUEUE, own.isPresent());
        return new JmsSetup(
                transactions,
                queue,
                Settings.DELIVERY_JMS_DEAD_QUEUE
                        .find(config)
                        .map(it -> queue(it, Settings.DELIVERY_JMS_DEAD_QUEUE, own.isPresent()))
                        .orElse(queue),
                Settings.DELIVERY_THREADS.get(config),
                OwnThreads.managed());
    }

    private static Optional<ConnectionFactory> ownFactory(Config config, AppBeans beans) {
        Annotation qualifier = Settings.DELIVERY_JMS_CONNECTION_FACTORY
                .find(config)
                .<Annotation>map(NamedLiteral::of)
                .orElse(Any.Literal.INSTANCE);
        Instance<ConnectionFactory> found = beans.select(ConnectionFactory.class, qualifier);
        if (found.isAmbiguous()) {
            throw new IllegalStateException("There are several ConnectionFactory beans, of which " + Settings.DELIVERY
                    + "=jms needs one; set the config property " + Settings.DELIVERY_JMS_CONNECTION_FACTORY
                    + " to the name of a @Named one, or to a JNDI name.");
        }
        return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
    }

    private static ConnectionFactory serversFactory(Config config) {
        String name = Settings.DELIVERY_JMS_CONNECTION_FACTORY.find(config).orElse(DEFAULT_FACTORY);
        return Jndi.lookup(name, ConnectionFactory.class)
                .orElseThrow(() -> new IllegalStateException("There is no connection factory of the JNDI name " + name
                        + ", which " + Settings.DELIVERY + "=jms needs, and no such ConnectionFactory bean; set "
                        + Settings.DELIVERY_JMS_CONNECTION_FACTORY + ", or define one on the server."));
    }

    private static UserTransaction userTransaction() {
        return Jndi.lookup(USER_TRANSACTION, UserTransaction.class)
                .orElseThrow(() -> new IllegalStateException(
                        Settings.DELIVERY + "=jms with a connection factory of the server's needs JTA, but there is no "
                                + USER_TRANSACTION + "; produce a ConnectionFactory bean instead."));
    }

    /** A queue by its JNDI name, or by the broker's own name for a factory that the app has made. */
    private static Function<JMSContext, Queue> queue(String name, Setting<String> property, boolean ownFactory) {
        Optional<Queue> found = Jndi.lookup(name, Queue.class);
        if (found.isEmpty() && !ownFactory) {
            throw new IllegalStateException("The config property " + property + " is " + name
                    + ", but there is no queue of that JNDI name; correct it, or define one on the server.");
        }
        return context -> found.orElseGet(() -> context.createQueue(name));
    }
}
