package io.github.frameiokit.internal.http;

import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * Sees the HTTP requests that the kit sends. Telemetry is one; without it, nothing is recorded. Implementations are
 * thread-safe and throw nothing.
 */
public interface CallRecorder {

    /** Records nothing. */
    CallRecorder NONE = new CallRecorder() {};

    /** Has a recorder, if it is switched on. */
    interface Source {

        /** The recorder, the same one each time; {@link #NONE} while it is switched off. */
        CallRecorder calls();
    }

    /** A request that is being sent. One of the methods is called, once. */
    interface Sent {

        /** Records nothing. */
        Sent NONE = new Sent() {};

        /** There is a whole response, with this status. */
        default void answered(int status) {}

        /** There is no whole response. */
        default void failed(Throwable failure) {}
    }

    /** Why the kit waits before it sends a request again. */
    enum WaitReason {
        /** Too many requests were sent: a 429. */
        RATE_LIMIT,
        /** The other side can't answer now: a 5xx. */
        UNAVAILABLE,
        /** There was no response. */
        NO_RESPONSE
    }

    /** What came of a token request. */
    enum TokenOutcome {
        /** Adobe issued a token. */
        ISSUED,
        /** Adobe rejects the request. */
        REJECTED,
        /** Adobe doesn't answer, or can't issue tokens now. */
        UNAVAILABLE
    }

    /**
     * A request is about to be sent, from this thread.
     *
     * @param request the request, to which a header may be added
     */
    default Sent sends(Target target, HttpRequest.Builder request) {
        return Sent.NONE;
    }

    /** This thread waits before it sends a request again. */
    default void waits(WaitReason reason, Duration time) {}

    /**
     * A token was requested.
     *
     * @param grant the grant type (RFC 6749)
     */
    default void tokenRequested(String grant, TokenOutcome outcome) {}

    /** Work for another thread, whose requests belong to what this thread does. */
    default Runnable carried(Runnable work) {
        return work;
    }
}
