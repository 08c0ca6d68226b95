package io.github.frameiokit.internal.console;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.oauth.TokenStore;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;

/** Checks whether what the app needs answers. Nothing secret is sent. */
final class Checks {

    private static final int PATIENCE = (int) TimeUnit.SECONDS.toMillis(5);

    private final Config config;
    private final TokenStore store;

    Checks(Config config, TokenStore store) {
        this.config = config;
        this.store = store;
    }

    /** The result of a check; empty if there is none of that name. */
    Optional<Tree> run(String of) {
        long started = System.nanoTime();
        return switch (of) {
            case "token-store" -> Optional.of(result(this::storeAnswers, started));
            case "frameio" -> Optional.of(result(() -> answers(Settings.API_URL.get(config)), started));
            case "adobe" -> Optional.of(result(() -> answers(Settings.IMS_URL.get(config)), started));
            default -> Optional.empty();
        };
    }

    /** A check; returns a sentence, or throws. */
    private interface Check {

        String run() throws IOException;
    }

    private static Tree result(Check check, long started) {
        boolean ok = true;
        String text;
        try {
            text = check.run();
        } catch (IOException | RuntimeException e) {
            ok = false;
            text = e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + Stack.cut(e.getMessage()));
        }
        return new Tree()
                .add("ok", ok)
                .add("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started))
                .add("text", text);
    }

    private String storeAnswers() {
        store.find("frameio-console-check");
        return "The token store answers.";
    }

    private static String answers(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setInstanceFollowRedirects(false);
        try {
            return address.getHost() + " answers, to a request without credentials with status "
                    + connection.getResponseCode() + ".";
        } finally {
            connection.disconnect();
        }
    }
}
