package io.github.frameiokit.internal.development;

import jakarta.enterprise.inject.Instance;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who calls, as the current servlet request says. Loaded only if there is a Servlet API. */
final class ServletCaller {

    private ServletCaller() {}

    static Optional<String> address(Instance<Object> beans) {
        try {
            Instance<HttpServletRequest> requests = beans.select(HttpServletRequest.class);
            return requests.isUnsatisfied()
                    ? Optional.empty()
                    : Optional.ofNullable(requests.get().getRemoteAddr());
        } catch (RuntimeException e) {
            return Optional.empty(); // not every server makes the request a bean
        }
    }
}
