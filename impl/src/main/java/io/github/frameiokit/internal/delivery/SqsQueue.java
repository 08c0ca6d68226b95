package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.store.AwsFailures;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** A queue of Amazon SQS and the calls to it, each of which throws a {@link DeliveryException} if it fails. */
record SqsQueue(SqsClient client, String url) {

    /** The most messages of one call. */
    static final int MOST = 10;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(8);
    /** The limit of a call with all its attempts. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(12);

    /** Asks nothing yet; without a region or endpoint, the SDK finds its own. */
    static SqsQueue open(URI url, Optional<String> region, Optional<URI> endpoint) {
        SqsClientBuilder builder = SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT))
                .overrideConfiguration(
                        it -> it.retryStrategy(RetryMode.STANDARD).apiCallTimeout(CALL_TIMEOUT));
        region.map(Region::of).ifPresent(builder::region);
        endpoint.ifPresent(builder::endpointOverride);
        try {
            return new SqsQueue(builder.build(), url.toString());
        } catch (SdkClientException e) {
            throw new IllegalStateException(
                    "The AWS SDK can't be set up for durable delivery; check its credentials, and set "
                            + Settings.DELIVERY_SQS_REGION + " if the environment names no region.",
                    e);
        }
    }

    /**
     * Sends a message.
     *
     * @param name the name by which a FIFO queue recognises a copy, for five minutes
     */
    void send(SendMessageRequest.Builder message, String group, String name) {
        message.queueUrl(url);
        if (url.endsWith(".fifo")) {
            // entries need no order, and a common group would let them wait for each other
            message.messageGroupId(group).messageDeduplicationId(name);
        }
        call("SendMessage", () -> client.sendMessage(message.build()));
    }

    List<SqsMessage> receive(int most, Duration wait, Duration invisible) {
        return call(
                        "ReceiveMessage",
                        () -> client.receiveMessage(it -> it.queueUrl(url)
                                .maxNumberOfMessages(most)
                                .waitTimeSeconds((int) wait.toSeconds())
                                .visibilityTimeout((int) invisible.toSeconds())
                                .messageAttributeNames(SqsMessage.ATTRIBUTES)
                                .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)))
                .messages()
                .stream()
                .map(SqsMessage::new)
                .toList();
    }

    void delete(SqsMessage message) {
        call(
                "DeleteMessage",
                () -> client.deleteMessage(
                        it -> it.queueUrl(url).receiptHandle(message.received().receiptHandle())));
    }

    /** Lets the message be received again after that time. */
    void show(SqsMessage message, Duration after) {
        call(
                "ChangeMessageVisibility",
                () -> client.changeMessageVisibility(it -> it.queueUrl(url)
                        .receiptHandle(message.received().receiptHandle())
                        .visibilityTimeout((int) after.plusMillis(999).toSeconds())));
    }

    /** Lets the messages be received again. */
    void show(List<SqsMessage> messages) {
        for (int from = 0; from < messages.size(); from += MOST) {
            List<SqsMessage> some = messages.subList(from, Math.min(messages.size(), from + MOST));
            List<ChangeMessageVisibilityBatchRequestEntry> changes = IntStream.range(0, some.size())
                    .mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id(Integer.toString(i))
                            .receiptHandle(some.get(i).received().receiptHandle())
                            .visibilityTimeout(0)
                            .build())
                    .toList();
            call(
                    "ChangeMessageVisibility",
                    () -> client.changeMessageVisibilityBatch(
                            it -> it.queueUrl(url).entries(changes)));
        }
    }

    /** How many messages it has, the invisible ones included. */
    long count() {
        return call(
                        "GetQueueAttributes",
                        () -> client.getQueueAttributes(it -> it.queueUrl(url)
                                .attributeNames(
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)))
                .attributes()
                .values()
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    Optional<String> redrivePolicy() {
        return Optional.ofNullable(call(
                        "GetQueueAttributes",
                        () -> client.getQueueAttributes(
                                it -> it.queueUrl(url).attributeNames(QueueAttributeName.REDRIVE_POLICY)))
                .attributes()
                .get(QueueAttributeName.REDRIVE_POLICY));
    }

    SqsQueue other(String otherUrl) {
        return new SqsQueue(client, otherUrl);
    }

    SqsQueue other(String name, String account) {
        return other(call(
                        "GetQueueUrl",
                        () -> client.getQueueUrl(it -> it.queueName(name).queueOwnerAWSAccountId(account)))
                .queueUrl());
    }

    /** SQS could not be asked, or not do it now. */
    static final class Unreachable extends DeliveryException {

        private static final long serialVersionUID = 1;

        Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private <T> T call(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (QueueDoesNotExistException e) {
            throw new DeliveryException("There is no SQS queue " + url + " or no dead-letter queue of it in this"
                    + " region; correct " + Settings.DELIVERY_SQS_QUEUE_URL + " or "
                    + Settings.DELIVERY_SQS_REGION + ".");
        } catch (AwsServiceException e) {
            throw failure(action, e);
        } catch (SdkException e) {
            throw new Unreachable(
                    "Amazon SQS can't be asked for the queue " + url
                            + " of durable delivery; check credentials, region and endpoint.",
                    e);
        }
    }

    /** Drops the cause: the message of a service may repeat the request. */
    private DeliveryException failure(String action, AwsServiceException e) {
        String where = " for the queue " + url + " of durable delivery (" + AwsFailures.shown(e) + ")";
        if (AwsFailures.code(e).startsWith("AccessDenied")) {
            return new DeliveryException(
                    "AWS doesn't allow sqs:" + action + where + "; add this action to the app's IAM policy.");
        }
        if (action.equals("SendMessage") && e.statusCode() == 400) {
            return new DeliveryException("Amazon SQS doesn't take sqs:" + action + where
                    + "; if the message is too long for it, raise the queue's MaximumMessageSize.");
        }
        String failed = "Amazon SQS failed at sqs:" + action + where + ".";
        return e.statusCode() >= 500 || e.isThrottlingException()
                ? new Unreachable(failed, null)
                : new DeliveryException(failed);
    }
}
