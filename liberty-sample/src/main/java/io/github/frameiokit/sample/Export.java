package io.github.frameiokit.sample;

import static io.github.frameiokit.ResourceType.FILE;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.request.CommentDraft;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.event.Observes;

/** Shows a custom action in its user's name: users who haven't signed in yet are asked to, before the method runs. */
@Handlers
class Export {

    Message export(
            @Observes
                    @Action(
                            value = "export.asset",
                            name = "Export",
                            description = "Exports files in your name",
                            on = FILE,
                            userAuth = true)
                    ActionEvent event,
            @AsUser FrameioClient user) {
        String account = event.accountId().orElseThrow();
        event.resources()
                .forEach(file -> user.comments().create(account, file.id(), CommentDraft.of("I exported this file.")));
        return Message.of("Exported", user.users().show().email() + " has commented on each file.");
    }
}
