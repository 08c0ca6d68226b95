package io.github.frameiokit.internal.ims;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.internal.ConfigKeys;
import io.github.frameiokit.internal.Settings;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/**
 * The app's own credentials: a token from the configuration, which is read at each call, or client credentials. One
 * instance serves an app, so that it asks Adobe once.
 */
public final class AppCredentials implements Credentials {

    private static final String SCOPES = "openid AdobeID frame.s2s.all";

    private final Config config;
    private final Supplier<Ims> ims;
    private final ClientClock clock;
    private final Executor background;
    private AppTokens tokens;

    /**
     * Creates the credentials.
     *
     * @param config the app's configuration
     * @param ims Adobe's identity service; asked for only with client credentials
     * @param clock the time
     * @param background where tokens are fetched
     */
    public AppCredentials(Config config, Supplier<Ims> ims, ClientClock clock, Executor background) {
        this.config = config;
        this.ims = ims;
        this.clock = clock;
        this.background = background;
    }

    @Override
    public String token() {
        Optional<String> configured = Settings.text(config, ConfigKeys.TOKEN);
        if (configured.isPresent()) {
            return configured
                    .filter(FixedToken::isToken)
                    .orElseThrow(() -> new IllegalStateException("The config property " + ConfigKeys.TOKEN
                            + " has a character that no token has; check it for quotes and spaces."));
        }
        if (Settings.isOn(config, ConfigKeys.SERVER_TO_SERVER)) {
            return tokens().token(new Ims.ClientCredentials(
                    required(ConfigKeys.CLIENT_ID), required(ConfigKeys.CLIENT_SECRET)));
        }
        throw new IllegalStateException("There are no credentials for Frame.io: set " + ConfigKeys.TOKEN + ", or "
                + ConfigKeys.CLIENT_ID + " and " + ConfigKeys.CLIENT_SECRET + " with " + ConfigKeys.SERVER_TO_SERVER
                + "=true, or act with a token that you have: frameio.as(token).");
    }

    @Override
    public boolean rejected(String token) {
        return Settings.text(config, ConfigKeys.TOKEN).isEmpty() && tokens().rejected(token);
    }

    private synchronized AppTokens tokens() {
        if (tokens == null) {
            String scopes =
                    Settings.text(config, ConfigKeys.SERVER_TO_SERVER_SCOPES).orElse(SCOPES);
            tokens = new AppTokens(scopes, ims.get(), clock, background);
        }
        return tokens;
    }

    private String required(String key) {
        return Settings.text(config, key)
                .orElseThrow(() -> new IllegalStateException("The config property " + key + " is missing, which "
                        + ConfigKeys.SERVER_TO_SERVER + "=true needs."));
    }
}
