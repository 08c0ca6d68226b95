package io.github.frameiokit.internal.pages;

import io.github.frameiokit.internal.Settings;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What an app looks like.
 *
 * @param name its name
 * @param description a sentence about it, if it has one
 * @param color its color
 * @param logo its logo
 */
record Brand(String name, Optional<String> description, Color color, Logo logo) {

    /**
     * What the configuration says, with the app's files as the current thread's context sees them.
     *
     * @throws IllegalStateException if there is no such logo
     */
    static Brand of(Config config) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader app = context == null ? Brand.class.getClassLoader() : context;
        String name = Settings.APP_NAME.get(config);
        Color color = Color.of(Settings.APP_COLOR.getIfValid(config));
        return new Brand(
                name,
                Settings.APP_DESCRIPTION.find(config),
                color,
                Settings.APP_LOGO.find(config).map(it -> Logo.of(it, app)).orElseGet(() -> Logo.letter(name, color)));
    }
}
