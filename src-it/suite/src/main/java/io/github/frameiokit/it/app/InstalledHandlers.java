package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.install.InstallationChanged;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** What an app that installs itself handles, with the settings of the workspace. */
@ApplicationScoped
public class InstalledHandlers {

    @Inject
    private JournalResource journal;

    @Inject
    private InstallSettings ofTheBean;

    @Produces
    @ApplicationScoped
    InstallFields fields() {
        return InstallFields.none().required(TextField.of("bucket", "Bucket")).password("key", "Key");
    }

    void created(@Observes @Webhook("file.created") WebhookEvent event, InstallSettings settings) {
        journal.note(
                "created" + settings.text("bucket") + settings.text("key"),
                event.resource().id());
    }

    void later(@ObservesAsync @Webhook("file.created") WebhookEvent event, InstallSettings settings) {
        journal.note("later" + settings.text("bucket"), event.resource().id());
    }

    Message where(
            @Observes @Action(value = "where", name = "Where", description = "Says where things go.")
                    ActionEvent event) {
        return Message.of("Bucket", ofTheBean.text("bucket"));
    }

    void changed(@Observes InstallationChanged change) {
        journal.note(change.change().name(), change.workspaceId());
    }

    void changedLater(@ObservesAsync InstallationChanged change) {
        journal.note("later " + change.change().name(), change.workspaceId());
    }
}
