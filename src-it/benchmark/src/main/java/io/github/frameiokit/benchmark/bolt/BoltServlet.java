package io.github.frameiokit.benchmark.bolt;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import jakarta.servlet.annotation.WebServlet;
import java.util.List;

/**
 * A slash command in Bolt for Java. Of Bolt's own steps it keeps the one that verifies the signature; those left out
 * would call Slack.
 */
@WebServlet("/slack/events")
public class BoltServlet extends SlackAppServlet {

    private static final long serialVersionUID = 1L;
    private static final String SECRET = "benchmark-secret";

    /** Creates the app with its one command. */
    public BoltServlet() {
        super(app());
    }

    private static App app() {
        AppConfig config = AppConfig.builder().signingSecret(SECRET).build();
        SlackSignature.Verifier verifier = new SlackSignature.Verifier(new SlackSignature.Generator(SECRET));
        return new App(config, List.of(new RequestVerification(verifier)))
                .command("/greeting", (request, context) -> context.ack("Hello, world!"));
    }
}
