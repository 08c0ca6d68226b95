package io.github.frameiokit.internal.ims;

import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/** The app's own credentials: a token from the configuration, read anew for each call, or client credentials. */
public final class AppCredentials implements Credentials {

    private final Config config;
    private final Supplier<AppTokens> tokens;

    public AppCredentials(Config config, Supplier<AppTokens> tokens) {
        this.config = config;
        this.tokens = tokens;
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
            return tokens.get()
                    .token(new Ims.ClientCredentials(required(Settings.CLIENT_ID), required(Settings.CLIENT_SECRET)));
        }
        throw new IllegalStateException("There are no credentials for Frame.io: set " + Settings.TOKEN + ", or "
                + Settings.CLIENT_ID + " and " + Settings.CLIENT_SECRET + " with " + Settings.SERVER_TO_SERVER
                + "=true, or act with a token that you have: frameio.as(token).");
    }

    @Override
    public boolean refused(String token) {
        return !Settings.TOKEN.isSet(config) && tokens.get().refused(token);
    }

    private String required(Setting<String> setting) {
        return setting.find(config)
                .orElseThrow(() -> new IllegalStateException("The config property " + setting + " is missing, which "
                        + Settings.SERVER_TO_SERVER + "=true needs."));
    }
}
