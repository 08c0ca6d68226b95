package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.CustomField;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonValue;

/** Handlers that fail in every way except by throwing an exception themselves. */
@ApplicationScoped
public class FailingHandlers {

    Message parameter(@Observes @Action("parameter") ActionEvent event, Unmakeable parameter) {
        return Message.of("Made", "");
    }

    void parameter(@Observes @Webhook("file.ready") WebhookEvent event, Unmakeable parameter) {}

    @Refused
    Message interceptor(@Observes @Action("interceptor") ActionEvent event) {
        return Message.of("Not refused", "");
    }

    @Refused
    void interceptor(@Observes @Webhook("file.created") WebhookEvent event) {}

    Form unwritable(@Observes @Action("unwritable") ActionEvent event) {
        return Form.titled("Form")
                .field(CustomField.of("new", "new", "New").with("value", new Unwritable()))
                .build();
    }

    Message overflow(@Observes @Action("overflow") ActionEvent event) {
        return overflow(event);
    }

    void overflow(@Observes @Webhook("file.deleted") WebhookEvent event) {
        overflow(event);
    }

    Message missing(@Observes @Action("missing") ActionEvent event) {
        throw new NoClassDefFoundError("com/example/Missing");
    }

    Message gate(@Observes @Action(value = "gate", userAuth = true) ActionEvent event) {
        return Message.of("Let through", "");
    }

    /** A value that no server's JSON library can write. */
    private static final class Unwritable implements JsonValue {

        @Override
        public ValueType getValueType() {
            return ValueType.OBJECT;
        }

        @Override
        public String toString() {
            throw new IllegalStateException("unwritable");
        }
    }
}
