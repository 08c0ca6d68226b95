package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * An entry as a message of Jakarta Messaging. Its properties have its attempts, and its state for selectors: it waits,
 * has begun, or is dead.
 *
 * @param attempts how many have begun
 * @param by who has begun; empty if it waits or is dead
 */
record JmsMessage(Entry entry, String state, int attempts, String by) {

    private static final String ID = "frameioId";
    private static final String ATTEMPTS = "frameioAttempts";
    private static final String STATE = "frameioState";
    private static final String WAITING = "waiting";
    private static final String BEGUN = "begun";
    private static final String DEAD = "dead";
    private static final String BY = "frameioBy";
    private static final String SINCE = "frameioSince";

    static JmsMessage waiting(Entry entry, int attempts) {
        return new JmsMessage(entry, WAITING, attempts, "");
    }

    static JmsMessage dead(Entry entry, int attempts) {
        return new JmsMessage(entry, DEAD, attempts, "");
    }

    /** The next attempt. */
    JmsMessage begun() {
        return new JmsMessage(entry, BEGUN, attempts + 1, UUID.randomUUID().toString());
    }

    static JmsMessage of(Message message) {
        return read(
                message,
                it -> new JmsMessage(
                        new Entry(it.getStringProperty(ID), ((TextMessage) it).getText()),
                        it.getStringProperty(STATE),
                        it.getIntProperty(ATTEMPTS),
                        it.getStringProperty(BY)));
    }

    /** Selects what waits, and what has begun before that time. */
    static String free(Instant begunBefore) {
        return STATE + " = '" + WAITING + "' OR (" + STATE + " = '" + BEGUN + "' AND " + SINCE + " < "
                + begunBefore.toEpochMilli() + ")";
    }

    /** Selects this one, which has begun. */
    String itself() {
        return BY + " = '" + by + "'";
    }

    static String dead() {
        return STATE + " = '" + DEAD + "'";
    }

    static String dead(String safeId) {
        return dead() + " AND " + ID + " = '" + safeId + "'";
    }

    void send(JMSContext context, Queue to, Duration delay) {
        context.createProducer()
                .setProperty(ID, entry.id())
                .setProperty(STATE, state)
                .setProperty(ATTEMPTS, attempts)
                .setProperty(BY, by)
                .setProperty(SINCE, System.currentTimeMillis())
                .setDeliveryDelay(delay.toMillis())
                .send(to, entry.content());
    }

    static Optional<Message> receive(JMSContext context, Queue from, String selector, Duration wait) {
        try (JMSConsumer consumer = context.createConsumer(from, selector)) {
            return Optional.ofNullable(consumer.receive(wait.toMillis()));
        }
    }

    static <T> List<T> browse(JMSContext context, Queue queue, String selector, int most, Function<Message, T> each) {
        return read(queue, it -> {
            try (QueueBrowser browser = context.createBrowser(it, selector)) {
                List<T> found = new ArrayList<>();
                Enumeration<?> messages = browser.getEnumeration();
                while (found.size() < most && messages.hasMoreElements()) {
                    found.add(each.apply((Message) messages.nextElement()));
                }
                return found;
            }
        });
    }

    @FunctionalInterface
    private interface Reading<S, T> {
        T read(S source) throws JMSException;
    }

    private static <S, T> T read(S source, Reading<S, T> reading) {
        try {
            return reading.read(source);
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }
}
