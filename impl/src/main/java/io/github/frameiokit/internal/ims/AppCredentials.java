package io.github.frameiokit.internal.ims;

import io.github.frameiokit.internal.ConfigKeys;
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
        Optional<String> configured = Settings.text(config, ConfigKeys.TOKEN);
        if (configured.isPresent()) {
            return configured
                    .filter(FixedToken::isToken)
                    .orElseThrow(() -> new IllegalStateException("The config property " + ConfigKeys.TOKEN
                            + " has a character that no token has; check it for quotes and spaces."));
        }
        if (Settings.isOn(config, ConfigKeys.SERVER_TO_SERVER)) {
            return tokens.get()
                    .token(new Ims.ClientCredentials(
                            required(ConfigKeys.CLIENT_ID), required(ConfigKeys.CLIENT_SECRET)));
        }
        throw new IllegalStateException("There are no credentials for Frame.io: set " + ConfigKeys.TOKEN + ", or "
                + ConfigKeys.CLIENT_ID + " and " + ConfigKeys.CLIENT_SECRET + " with " + ConfigKeys.SERVER_TO_SERVER
                + "=true, or act with a token that you have: frameio.as(token).");
    }

    @Override
    public boolean refused(String token) {
        return Settings.text(config, ConfigKeys.TOKEN).isEmpty() && tokens.get().refused(token);
    }

    private String required(String key) {
        return Settings.text(config, key)
                .orElseThrow(() -> new IllegalStateException("The config property " + key + " is missing, which "
                        + ConfigKeys.SERVER_TO_SERVER + "=true needs."));
    }
}
