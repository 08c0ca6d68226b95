package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.internal.http.Call;
import io.github.frameiokit.internal.http.RawResponse;
import io.github.frameiokit.internal.http.RetryPolicy;
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

/** What holds the bytes of files. It is asked with signed URLs, never with the token. */
public final class Storage {

    private static final Pattern CODE = Pattern.compile("<Code>\\s*(\\w{1,64})\\s*</Code>");
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * Codes of S3 for a request that may succeed when it is sent again, although some come with a 4xx: the connection
     * stalled or broke, another request was in the way, or there were too many.
     */
    private static final Set<String> PASSING = Set.of(
            "RequestTimeout", "IncompleteBody", "OperationAborted", "SlowDown", "InternalError", "ServiceUnavailable");

    private final Transport transport;
    private final RetryPolicy retryPolicy;

    public Storage(Transport transport, RetryPolicy retryPolicy) {
        this.transport = transport;
        this.retryPolicy = retryPolicy;
    }

    Executor threads() {
        return transport.threads();
    }

    /**
     * Tries until there is an answer that another try wouldn't change.
     *
     * @param what what is asked for or sent
     * @param failure what a user is told if there is no such answer
     */
    RawResponse ask(String method, String what, String fileId, String failure, RetryPolicy.Attempt attempt) {
        Call call = new Call(method, what, "", Optional.empty(), Optional.empty(), true);
        try {
            return retryPolicy.ask(call, attempt);
        } catch (FrameioApiException.Unreachable e) {
            throw new TransferException(failure, fileId, e.getCause());
        }
    }

    /** One try. */
    RawResponse send(
            SignedUrl url, UnaryOperator<HttpRequest.Builder> request, BodyHandler<byte[]> body, LongSupplier moved)
            throws IOException {
        RawResponse answer;
        try {
            answer = transport.transfer(request.apply(url.request()), body, moved);
        } catch (IOException | RuntimeException e) {
            throw url.withoutUrl(e);
        }
        if (answer.status() == REQUEST_TIMEOUT
                || answer.status() / 100 == 4
                        && answer.status() != TOO_MANY_REQUESTS
                        && code(answer).filter(PASSING::contains).isPresent()) {
            throw new IOException("The storage answered " + status(answer) + ".");
        }
        return answer;
    }

    /** The status, and the storage's word for it if it has one. */
    static String status(RawResponse answer) {
        return answer.status() + code(answer).map(code -> " " + code).orElse("");
    }

    static Optional<String> code(RawResponse answer) {
        Matcher code = CODE.matcher(new String(answer.body(), StandardCharsets.ISO_8859_1));
        return answer.failed() && code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }
}
