package io.github.frameiokit.endurance.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A handler for each action in the mix. */
@ApplicationScoped
public class Actions {

    /** Longer than Frame.io waits. */
    private static final long TOO_LONG_MILLIS = 6000;

    @Inject
    private Journal journal;

    @Inject
    private UserAuthorizations authorizations;

    Message greet(@Observes @Action("greeting") ActionEvent event) {
        journal.handled(event.interactionId().orElseThrow());
        return Message.of("Greeting", "Hello, world!");
    }

    Message takesLong(@Observes @Action("slow") ActionEvent event) throws InterruptedException {
        Thread.sleep(TOO_LONG_MILLIS);
        journal.handled(event.interactionId().orElseThrow());
        return Message.of("Slow", "That took long.");
    }

    Message export(
            @Observes @Action(value = "export", name = "Export", userAuth = true) ActionEvent event,
            @AsUser FrameioClient frameio) {
        return Message.of("Exported", frameio.users().show().email());
    }

    Message signOut(@Observes @Action("sign.out") ActionEvent event) {
        authorizations.remove(event);
        return Message.of("Signed out", "Good bye.");
    }
}
