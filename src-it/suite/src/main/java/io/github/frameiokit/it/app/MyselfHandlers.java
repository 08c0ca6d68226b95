package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An action that needs a sign-in, and no other. */
@ApplicationScoped
public class MyselfHandlers {

    Message myself(
            @Observes @Action(value = "myself", name = "Myself", userAuth = true) ActionEvent event,
            @AsUser FrameioClient frameio) {
        return Message.of("You", frameio.users().show().email());
    }
}
