package io.github.frameiokit.client.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters and the body of a request. Its methods are protected, so that only {@link ParameterReader} can call
 * them. Not part of the API.
 */
public abstract class ParameterSource {

    /** For the base class of the requests. */
    protected ParameterSource() {}

    /**
     * The parameters, to be written into a query or into a body.
     *
     * @return the values by Frame.io's names, unmodifiable; a null is sent as such
     */
    protected abstract Map<String, @Nullable Object> parameters();

    /**
     * The whole body of a request with these parameters. Almost all of Frame.io's operations want them in an object
     * {@code data}.
     *
     * @return the body's members, unmodifiable
     */
    protected Map<String, @Nullable Object> body() {
        return Map.of("data", this);
    }
}
