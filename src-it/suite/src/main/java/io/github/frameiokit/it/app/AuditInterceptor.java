package io.github.frameiokit.it.app;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.Message;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** The app's own interceptor: it notes the call, and changes a message that the handler returns. */
@Interceptor
@Audited
@Priority(Interceptor.Priority.APPLICATION)
public class AuditInterceptor {

    @Inject
    private JournalResource journal;

    @AroundInvoke
    Object audit(InvocationContext invocation) throws Exception {
        for (Object parameter : invocation.getParameters()) {
            if (parameter instanceof WebhookEvent event) {
                journal.note("audit", event.resource().id());
            } else if (parameter instanceof ActionEvent event) {
                journal.note("audit", event.interactionId().orElse("?"));
            }
        }
        Object result = invocation.proceed();
        return result instanceof Message message ? Message.of(message.title(), "audited") : result;
    }
}
