package io.github.frameiokit.client.internal;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the parameters and the body of a request, for the kit's client. Not part of the API. */
public final class ParameterReader {

    private ParameterReader() {}

    /**
     * The parameters of a request.
     *
     * @param source the request, not null
     * @return the values by Frame.io's names, unmodifiable; a null is sent as such
     */
    public static Map<String, @Nullable Object> parameters(ParameterSource source) {
        return Objects.requireNonNull(source, "source").parameters();
    }

    /**
     * The members of a request's body.
     *
     * @param source the request, not null
     * @return the members, unmodifiable
     */
    public static Map<String, @Nullable Object> body(ParameterSource source) {
        return Objects.requireNonNull(source, "source").body();
    }
}
