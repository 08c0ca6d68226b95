package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioRequest;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** A wizard that remembers what its user has entered, and steps that take a while. */
@ApplicationScoped
public class SurveyHandlers {

    private static final int PAGES = 3;

    @Inject
    private Survey survey;

    @Inject
    private JournalResource journal;

    @Inject
    private FrameioRequest request;

    ActionResponse ask(@Observes @Action("survey") ActionEvent event) {
        event.data().ifPresent(data -> survey.add(data.text("answer")));
        int answered = survey.getAnswers().size();
        return answered == PAGES
                ? Message.of("Thank you", String.join(", ", survey.getAnswers()))
                : Form.titled("Question " + (answered + 1))
                        .field(TextField.of("answer", "Answer"))
                        .build();
    }

    /** Says where it ran. */
    Message take(@Observes @Action("take.time") ActionEvent event) throws InterruptedException {
        journal.note("take", event.interactionId().orElseThrow());
        Thread.sleep(request.query("seconds").map(Long::parseLong).orElse(0L) * 1000);
        return Message.of("Done", "by " + ProcessHandle.current().pid());
    }

    void later(@ObservesAsync @Action("survey.later") ActionEvent event) {
        try {
            survey.add("too late");
        } catch (ContextNotActiveException e) {
            journal.note(
                    e.getMessage().contains("is @InteractionScoped") ? "refused" : "unexplained",
                    event.interactionId().orElseThrow());
        }
    }
}
