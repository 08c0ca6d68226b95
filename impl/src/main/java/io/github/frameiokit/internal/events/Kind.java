package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.Settings;

/** The two kinds of request Frame.io sends, each with secrets of its own. */
public enum Kind {
    WEBHOOK(Settings.WEBHOOK_SECRET.key()),
    ACTION(Settings.ACTION_SECRET.key());

    private final String secretProperty;

    Kind(String secretProperty) {
        this.secretProperty = secretProperty;
    }

    /** The property with the secrets of handlers that name none. */
    public String secretProperty() {
        return secretProperty;
    }
}
