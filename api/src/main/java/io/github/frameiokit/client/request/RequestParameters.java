package io.github.frameiokit.client.request;

import io.github.frameiokit.client.internal.ParameterSource;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call: what Frame.io's reference calls body parameters and query parameters. Only what was set is
 * sent, so an update leaves everything else as it is. Immutable and thread-safe: each method returns a copy.
 *
 * @param <P> the request's own type
 */
public abstract class RequestParameters<P extends RequestParameters<P>> extends ParameterSource implements Cloneable {

    private Map<String, @Nullable Object> parameters = Map.of();

    RequestParameters() {}

    @Override
    protected final Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    @SuppressWarnings("unchecked")
    final P set(String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value);
        try {
            RequestParameters<P> copy = (RequestParameters<P>) clone();
            copy.parameters = Collections.unmodifiableMap(changed);
            // the field can't be final in a clone; the fence gives readers without synchronization the same guarantee
            VarHandle.storeStoreFence();
            return (P) copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    final P setGiven(String name, Object value) {
        return set(name, Require.given(name, value));
    }

    final P setText(String name, String value, int longest) {
        return set(name, Require.text(name, value, longest));
    }

    final P setText(String name, String value) {
        return setText(name, value, Integer.MAX_VALUE);
    }

    final P setNumber(String name, long value, long smallest, long largest) {
        return set(name, Require.number(name, value, smallest, largest));
    }

    final P setList(String name, int fewest, int most, Object[] items) {
        return set(name, Require.list(name, fewest, most, items));
    }

    final P setList(String name, int fewest, int most, List<String> items) {
        return setList(name, fewest, most, Require.given(name, items).toArray());
    }

    /** Returns the names of the parameters without their values, as some are secret and some are personal. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + parameters.keySet();
    }
}
