package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** What is installed on the install page, and what it asks an installer for. */
@ApplicationScoped
public class InstallPageHandlers {

    @Inject
    private JournalResource journal;

    @Inject
    private InstallSettings settings;

    @Produces
    @ApplicationScoped
    InstallFields fields() {
        return InstallFields.none()
                .required(TextField.of("bucket", "Bucket"))
                .optional(SelectField.of("region", "Region")
                        .option("Europe", "eu")
                        .option("America", "us"))
                .optional(TextareaField.of("notes", "Notes"))
                .optional(CheckboxField.of("mail", "Send an email each day"))
                .password("key", "Key of the archive");
    }

    void ready(@Observes @Webhook({"file.ready", "comment.created"}) WebhookEvent event) {
        journal.note(
                settings.text("bucket") + ", " + settings.text("key") + ", " + settings.isChecked("mail"),
                event.resourceId());
    }

    Message greet(
            @Observes @Action(value = "installed.greet", name = "Greet", description = "Says hello")
                    ActionEvent event) {
        return Message.of("Hello", "from " + settings.text("bucket"));
    }
}
