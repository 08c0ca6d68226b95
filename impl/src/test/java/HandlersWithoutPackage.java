import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;

/** A handler where no package is named. */
@Dependent
public class HandlersWithoutPackage {

    void ready(@Observes @Webhook("file.ready") WebhookEvent event) {}

    void copied(@Observes @Webhook("file.copied") WebhookEvent event) {}
}
