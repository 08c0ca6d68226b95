package io.github.frameiokit.client.internal;

import java.util.Map;
import java.util.Objects;

/** Reads what a request holds, for the kit's client. Not API. */
public final class ParameterReader {

    private ParameterReader() {}

    /**
     * The parameters of a request.
     *
     * @param source the request, not null
     * @return the values by Frame.io's names, unmodifiable; a null is sent as such
     */
    public static Map<String, Object> parameters(ParameterSource source) {
        return Objects.requireNonNull(source, "source").parameters();
    }

    /**
     * The members of a request's body.
     *
     * @param source the request, not null
     * @return the members, unmodifiable
     */
    public static Map<String, Object> body(ParameterSource source) {
        return Objects.requireNonNull(source, "source").body();
    }
}
