package io.github.frameiokit.internal.ims;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The app's own credentials: a token from the configuration, which is read at each call, or client credentials. One
 * instance serves an app, so that it asks Adobe once.
 */
public final class AppCredentials implements Credentials {

    private final Config config;
    private final Supplier<Ims> ims;
    private final ClientClock clock;
    private final Executor background;
    private @Nullable AppTokens tokens;

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
        Optional<String> configured = Settings.TOKEN.find(config);
        if (configured.isPresent()) {
            return configured
                    .filter(FixedToken::isToken)
                    .orElseThrow(() -> new IllegalStateException("The config property " + Settings.TOKEN
                            + " has a character that no token has; check it for quotes and spaces."));
        }
        if (Settings.SERVER_TO_SERVER.get(config)) {
            return tokens().token(client());
        }
        throw new IllegalStateException("There are no credentials for Frame.io: set " + Settings.TOKEN + ", or "
                + Settings.CLIENT_ID + " and " + Settings.CLIENT_SECRET + " with " + Settings.SERVER_TO_SERVER
                + "=true, or act with a token that you have: frameio.as(token).");
    }

    @Override
    public boolean rejected(String token) {
        return !Settings.TOKEN.isSet(config) && tokens().rejected(token);
    }

    private synchronized AppTokens tokens() {
        if (tokens == null) {
            String scopes = Settings.SERVER_TO_SERVER_SCOPES.get(config);
            tokens = new AppTokens(scopes, ims.get(), clock, background);
        }
        return tokens;
    }

    /** The pair is never mixed: an id with the other credential's secret would only be rejected by Adobe. */
    private Ims.ClientCredentials client() {
        return hasClientOfItsOwn()
                ? new Ims.ClientCredentials(
                        required(Settings.SERVER_TO_SERVER_CLIENT_ID),
                        required(Settings.SERVER_TO_SERVER_CLIENT_SECRET))
                : new Ims.ClientCredentials(required(Settings.CLIENT_ID), required(Settings.CLIENT_SECRET));
    }

    /** Whether the app's own tokens have another client than users' sign-ins; also if half of it is missing. */
    private boolean hasClientOfItsOwn() {
        return Settings.SERVER_TO_SERVER_CLIENT_ID.isSet(config)
                || Settings.SERVER_TO_SERVER_CLIENT_SECRET.isSet(config);
    }

    private String required(Setting<String> setting) {
        return setting.find(config)
                .orElseThrow(() -> new IllegalStateException("The config property " + setting + " is missing, which "
                        + Settings.SERVER_TO_SERVER + "=true needs."));
    }
}
