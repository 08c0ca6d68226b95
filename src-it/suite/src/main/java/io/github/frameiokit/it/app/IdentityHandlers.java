package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Lives as long as the app, with an injected client that belongs to the user of each request. */
@ApplicationScoped
public class IdentityHandlers {

    @Inject
    @AsUser
    private FrameioClient frameio;

    @Inject
    private UserToken token;

    @Inject
    private UserAuthorizations authorizations;

    @Inject
    private Event<Job> jobs;

    @Inject
    private JournalResource journal;

    /**
     * Work that is done after its action was answered.
     *
     * @param event the action's event
     */
    public record Job(ActionEvent event) {}

    Message who(@Observes @Action(value = "who", userAuth = true) ActionEvent event) {
        return Message.of("You are", frameio.users().show().email() + " " + token.userId());
    }

    Message later(@Observes @Action("later") ActionEvent event) {
        jobs.fireAsync(new Job(event));
        return Message.of("Later", "It goes on.");
    }

    void work(@ObservesAsync Job job) {
        String email = authorizations.client(job.event()).users().show().email();
        journal.note(email, job.event().interactionId().orElseThrow());
    }

    Message now(@Observes @Action("now") ActionEvent event) {
        return Message.of("Now", authorizations.client(event).users().show().email());
    }
}
