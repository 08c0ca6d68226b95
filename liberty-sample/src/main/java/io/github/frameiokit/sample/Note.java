package io.github.frameiokit.sample;

import static io.github.frameiokit.ResourceType.FILE;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FormData;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.request.CommentDraft;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.TextareaField;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Shows a custom action that needs its user only now and then: it asks for a sign-in when the user's choice needs one.
 */
@Handlers
class Note {

    private static final Form WRITE = Form.titled("Leave a note")
            .field(TextareaField.of("text", "Note"))
            .field(CheckboxField.of("mine", "In my name"))
            .build();

    @Inject
    FrameioClient app;

    @Inject
    UserAuthorizations authorizations;

    ActionResponse leave(
            @Observes
                    @Action(
                            value = "leave.note",
                            name = "Leave a note",
                            description = "Comments on a file, in your name or the app's",
                            on = FILE)
                    ActionEvent event) {
        return event.data().map(data -> comment(event, data)).orElse(WRITE);
    }

    private ActionResponse comment(ActionEvent event, FormData data) {
        if (data.text("text").isBlank()) {
            return WRITE.again(data, "Please write something.");
        }
        boolean mine = data.bool("mine");
        if (mine && authorizations.find(event).isEmpty()) {
            return authorizations.signInForm(event, "Leave a note");
        }
        FrameioClient frameio = mine ? authorizations.client(event) : app;
        String account = event.accountId().orElseThrow();
        event.resources()
                .forEach(file -> frameio.comments().create(account, file.id(), CommentDraft.of(data.text("text"))));
        return Message.of("Noted", "The note is in " + (mine ? "your" : "the app's") + " name.");
    }
}
