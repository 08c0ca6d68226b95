package io.github.frameiokit.internal.development;

import io.github.frameiokit.internal.OptionalApi;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** Who calls, where the server has servlets and so tells it. */
final class Caller {

    private Caller() {}

    /** The address of the current request's sender; empty if it isn't known. */
    static Optional<String> address(Instance<Object> beans) {
        return OptionalApi.isThere("jakarta.servlet.http.HttpServletRequest")
                ? ServletCaller.address(beans)
                : Optional.empty();
    }
}
