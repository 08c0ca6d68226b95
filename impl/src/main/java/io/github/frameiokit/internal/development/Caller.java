package io.github.frameiokit.internal.development;

import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** Who calls, where the server has servlets and so tells it. */
final class Caller {

    private Caller() {}

    /** The address of the current request's sender; empty if it isn't known. */
    static Optional<String> address(Instance<Object> beans) {
        try {
            Class.forName("jakarta.servlet.http.HttpServletRequest", false, Caller.class.getClassLoader());
            return ServletCaller.address(beans);
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
