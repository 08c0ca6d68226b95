package io.github.frameiokit.internal.client;

import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.internal.Settings;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/** The app's own credentials: a token from the configuration, read anew for each call, or client credentials. */
final class AppCredentials implements Credentials {

    private final Config config;
    private final Supplier<AppTokens> tokens;

    AppCredentials(Config config, Supplier<AppTokens> tokens) {
        this.config = config;
        this.tokens = tokens;
    }

    @Override
    public String token() {
        Optional<String> configured = Settings.text(config, Keys.TOKEN);
        if (configured.isPresent()) {
            return configured
                    .filter(GivenToken::isToken)
                    .orElseThrow(() -> new IllegalStateException("The config property " + Keys.TOKEN
                            + " has a character that no token has; check it for quotes and spaces."));
        }
        if (Settings.isOn(config, Keys.SERVER_TO_SERVER)) {
            return tokens.get().token(new Ims.Client(required(Keys.CLIENT_ID), required(Keys.CLIENT_SECRET)));
        }
        throw new IllegalStateException("There are no credentials for Frame.io: set " + Keys.TOKEN + ", or "
                + Keys.CLIENT_ID + " and " + Keys.CLIENT_SECRET + " with " + Keys.SERVER_TO_SERVER
                + "=true, or act with a token that you have: frameio.as(token).");
    }

    @Override
    public boolean refused(String token) {
        return Settings.text(config, Keys.TOKEN).isEmpty() && tokens.get().refused(token);
    }

    private String required(String key) {
        return Settings.text(config, key)
                .orElseThrow(() -> new IllegalStateException(
                        "The config property " + key + " is missing, which " + Keys.SERVER_TO_SERVER + "=true needs."));
    }
}
