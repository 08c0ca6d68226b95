package io.github.frameiokit.tour;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;

/** The app whose install page the guide shows. */
@ApplicationScoped
public class Dailies {

    @Produces
    @ApplicationScoped
    InstallFields fields() {
        return InstallFields.none()
                .required(TextField.of("bucket", "Bucket"))
                .optional(SelectField.of("region", "Region")
                        .option("Europe", "eu")
                        .option("America", "us"))
                .optional(CheckboxField.of("proxies", "Archive proxies, too"))
                .password("key", "Key of the archive");
    }

    void archive(@Observes @Webhook({"comment.created", "file.ready"}) WebhookEvent event) {}

    Message greet(
            @Observes @Action(value = "greeting", name = "Greeting", description = "Says hello, kindly")
                    ActionEvent event) {
        return Message.of("Hello", "from Dailies & Co");
    }
}
