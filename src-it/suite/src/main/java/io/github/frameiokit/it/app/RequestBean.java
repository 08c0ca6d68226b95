package io.github.frameiokit.it.app;

import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.RequestScoped;

/** An injected parameter of a handler, of a scope that only a request has. */
@RequestScoped
public class RequestBean {

    String describe(WebhookEvent event) {
        return event.resource().id();
    }
}
