import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A handler in the default package, where Open Liberty can't call it. */
@ApplicationScoped
public class HandlersInNoPackage {

    void ready(@Observes @Webhook("file.ready") WebhookEvent event) {}
}
