package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import io.github.frameiokit.internal.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * An entry as a message of Amazon SQS. SQS counts how often a message was received, and that is the attempt: a node
 * that dies has received it.
 *
 * <p>A message that was put off carries the attempts that other messages of its entry have counted. It is received
 * twice before its first attempt, the first time only to hide it until its time has come, since a FIFO queue can't
 * delay a single message. That is so even if it is received late: otherwise nobody could tell later how many of its
 * receives were attempts.
 */
record SqsMessage(Message received) {

    private static final String ID = "frameio-id";
    private static final String ATTEMPTS_BEFORE = "frameio-attempts-before";
    /** When it may be handed out, in Unix seconds; only if it was put off. */
    private static final String NOT_BEFORE = "frameio-not-before";

    static final List<String> ATTRIBUTES = List.of(ID, ATTEMPTS_BEFORE, NOT_BEFORE);

    /** SQS's limit, for which a message's attributes count, too. */
    private static final int LONGEST = 1 << 20;

    private static final int LONGEST_ATTRIBUTES = 300;

    /** A message of an entry that was not handed out before. */
    static SendMessageRequest.Builder of(Entry entry) {
        return of(entry, Map.of());
    }

    /** A message that takes the place of another one, after whose attempts it is handed out later. */
    static SendMessageRequest.Builder putOff(Entry entry, int attempts, Duration after) {
        long from = Instant.now().plus(after).plusMillis(999).getEpochSecond();
        return of(entry, Map.of(ATTEMPTS_BEFORE, (long) attempts, NOT_BEFORE, from));
    }

    private static SendMessageRequest.Builder of(Entry entry, Map<String, Long> numbers) {
        if (entry.content().length() > LONGEST - LONGEST_ATTRIBUTES) {
            throw new DeliveryException("The delivery " + entry.id() + " has "
                    + entry.content().length()
                    + " characters, but a message of Amazon SQS has at most " + LONGEST
                    + "; lower " + Settings.MAX_BODY_SIZE + ", or choose another engine with " + Settings.DELIVERY
                    + ".");
        }
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put(ID, attribute("String", entry.id()));
        numbers.forEach((key, value) -> attributes.put(key, attribute("Number", Long.toString(value))));
        return SendMessageRequest.builder().messageBody(entry.content()).messageAttributes(attributes);
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    Entry entry() {
        return new Entry(id(), received.body());
    }

    /** The entry's id; SQS's own for a message that the kit didn't send, which then ends among the dead. */
    String id() {
        return text(ID).orElse(received.messageId());
    }

    /** How long it has to be hidden before it is handed out; empty if it is to be handed out now. */
    Optional<Duration> hiddenFor() {
        return number(NOT_BEFORE).filter(from -> receives() == 1).map(from -> {
            Duration early = Duration.between(Instant.now(), Instant.ofEpochSecond(from));
            return early.isNegative() ? Duration.ZERO : early;
        });
    }

    /** Which attempt this receive is; not for one that only hides it. */
    int attempt() {
        int hidden = number(NOT_BEFORE).isPresent() ? 1 : 0;
        return number(ATTEMPTS_BEFORE).orElse(0L).intValue() + receives() - hidden;
    }

    private int receives() {
        return Integer.parseInt(
                received.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    }

    private Optional<Long> number(String attribute) {
        return text(attribute).filter(it -> it.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private Optional<String> text(String attribute) {
        return Optional.ofNullable(received.messageAttributes().get(attribute)).map(MessageAttributeValue::stringValue);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "SqsMessage[" + id() + "]";
    }
}
