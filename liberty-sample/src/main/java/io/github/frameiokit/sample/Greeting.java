package io.github.frameiokit.sample;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.event.Observes;

/** Shows a custom action that answers with a message. */
@Handlers
class Greeting {

    Message greet(
            @Observes @Action(value = "greeting", name = "Greeting", description = "Says hello") ActionEvent event) {
        return Message.of("Greeting", "Hello, world!");
    }
}
