package io.github.frameiokit.internal.store;

import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What may be said of a failure of AWS: its message may repeat the request. */
public final class AwsFailures {

    private AwsFailures() {}

    /** The code; the status of an answer without one, such as a proxy's. */
    public static String code(AwsServiceException failure) {
        return Optional.ofNullable(failure.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("HTTP status " + failure.statusCode());
    }

    /** The code, and the request's id if AWS has given one, by which it can look the request up. */
    public static String shown(AwsServiceException failure) {
        return code(failure) + (failure.requestId() == null ? "" : ", request " + failure.requestId());
    }
}
