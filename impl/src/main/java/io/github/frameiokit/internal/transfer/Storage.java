package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.internal.http.RawResponse;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.http.Target;
import io.github.frameiokit.internal.http.Transport;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The storage that holds the bytes of files. Requests to it have signed URLs, never the token. */
final class Storage {

    private static final Pattern CODE = Pattern.compile("<Code>\\s*(\\w{1,64})\\s*</Code>");
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * S3's codes for a request that may succeed when it is sent again, although some come with a 4xx: the connection
     * stalled or broke, another request interfered, or there were too many.
     */
    private static final Set<String> PASSING = Set.of(
            "RequestTimeout", "IncompleteBody", "OperationAborted", "SlowDown", "InternalError", "ServiceUnavailable");

    private final Transport transport;
    private final RetryPolicy retryPolicy;

    Storage(Transport transport, RetryPolicy retryPolicy) {
        this.transport = transport;
        this.retryPolicy = retryPolicy.forStorage();
    }

    Executor threads() {
        return transport.threads();
    }

    /**
     * Sends a request until there is a response that another try wouldn't change.
     *
     * @param failure the exception's message if there is no response
     */
    RawResponse send(String fileId, String failure, RetryPolicy.Attempt attempt) {
        try {
            // a signed URL reads or replaces the same bytes each time
            return retryPolicy.run(RetryPolicy.Repeatable.YES, attempt);
        } catch (IOException e) {
            throw new TransferException(failure, fileId, e);
        }
    }

    /**
     * One try.
     *
     * @throws IOException if there is no response, or one that another try may change; it doesn't show the URL
     */
    RawResponse attempt(
            SignedUrl url, UnaryOperator<HttpRequest.Builder> request, BodyHandler<byte[]> body, LongSupplier moved)
            throws IOException {
        RawResponse response;
        try {
            response = transport.transfer(Target.STORAGE, request.apply(url.request()), body, moved);
        } catch (IOException | RuntimeException e) {
            throw url.withoutUrl(e);
        }
        if (response.status() == REQUEST_TIMEOUT
                || response.status() / 100 == 4
                        && response.status() != TOO_MANY_REQUESTS
                        && code(response).filter(PASSING::contains).isPresent()) {
            throw new IOException("The storage answered " + status(response) + ".");
        }
        return response;
    }

    /** The status, and the storage's error code if there is one. */
    static String status(RawResponse response) {
        return response.status() + code(response).map(code -> " " + code).orElse("");
    }

    /** The storage's error code. */
    static Optional<String> code(RawResponse response) {
        Matcher code = CODE.matcher(new String(response.body(), StandardCharsets.ISO_8859_1));
        return response.failed() && code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }
}
