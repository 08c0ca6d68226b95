package io.github.frameiokit.internal.oauth;

import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Sign-ins of others than users of actions. Adobe sends their browsers back to the same address. */
public interface OtherSignIns {

    /**
     * Completes a sign-in.
     *
     * @param state the state that came back
     * @return the answer; empty if the state isn't one of theirs
     */
    Optional<Response> complete(String state, Optional<String> code, Optional<String> error, Cookies cookies);
}
