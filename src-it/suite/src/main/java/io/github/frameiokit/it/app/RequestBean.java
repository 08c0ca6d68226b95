package io.github.frameiokit.it.app;

import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.RequestScoped;

/** An injected parameter of a handler, in the request scope. */
@RequestScoped
public class RequestBean {

    String describe(WebhookEvent event) {
        return event.resource().id();
    }
}
