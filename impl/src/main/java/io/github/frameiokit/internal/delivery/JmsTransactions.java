package io.github.frameiokit.internal.delivery;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Transactions with a broker. Thread-safe. */
interface JmsTransactions extends AutoCloseable {

    /**
     * Does work in a transaction, and commits it unless the work throws.
     *
     * @param longest how long the work may take
     * @throws JMSRuntimeException if the broker or the transaction fails
     */
    <T> T run(Duration longest, Function<JMSContext, T> work);

    @Override
    void close();

    /**
     * With a connection factory of the server's, which allows no transaction but JTA's (Jakarta Messaging 3.1,
     * {@code ConnectionFactory#createContext(int)}).
     */
    record Jta(ConnectionFactory factory, UserTransaction transaction) implements JmsTransactions {

        @Override
        public <T> T run(Duration longest, Function<JMSContext, T> work) {
            try {
                transaction.setTransactionTimeout((int) longest.toSeconds());
                transaction.begin();
                boolean done = false;
                try {
                    T result = use(work);
                    done = true;
                    return result;
                } finally {
                    end(done);
                }
            } catch (NotSupportedException
                    | SystemException
                    | RollbackException
                    | HeuristicMixedException
                    | HeuristicRollbackException e) {
                throw new JMSRuntimeException("The transaction failed.", null, e);
            }
        }

        private <T> T use(Function<JMSContext, T> work) {
            try (JMSContext context = factory.createContext()) {
                return work.apply(context);
            }
        }

        private void end(boolean commit)
                throws SystemException, RollbackException, HeuristicMixedException, HeuristicRollbackException {
            try {
                if (commit) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            } finally {
                transaction.setTransactionTimeout(0); // the server's own again, for what this thread does later
            }
        }

        @Override
        public void close() {}
    }

    /** With a connection factory of the app's: all sessions share a connection, and each has its own transaction. */
    final class Local implements JmsTransactions {

        private final ConnectionFactory factory;
        private @Nullable JMSContext connection;

        Local(ConnectionFactory factory) {
            this.factory = factory;
        }

        @Override
        public <T> T run(Duration longest, Function<JMSContext, T> work) {
            try (JMSContext session = session()) {
                T result = work.apply(session);
                session.commit();
                return result;
            } catch (JMSRuntimeException e) {
                close(); // the next session gets another connection; those that work keep theirs
                throw e;
            }
        }

        private synchronized JMSContext session() {
            if (connection == null) {
                connection = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
            }
            return connection.createContext(JMSContext.SESSION_TRANSACTED);
        }

        @Override
        public synchronized void close() {
            JMSContext old = connection;
            connection = null;
            if (old != null) {
                try {
                    old.close();
                } catch (JMSRuntimeException e) {
                    // it is broken already
                }
            }
        }
    }
}
