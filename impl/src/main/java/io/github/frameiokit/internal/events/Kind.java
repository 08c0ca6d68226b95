package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.ConfigKeys;

/** The two kinds of request Frame.io sends, each with secrets of its own. */
public enum Kind {
    WEBHOOK(ConfigKeys.WEBHOOK_SECRET),
    ACTION(ConfigKeys.ACTION_SECRET);

    private final String secretProperty;

    Kind(String secretProperty) {
        this.secretProperty = secretProperty;
    }

    /** The property with the secrets of handlers that name none. */
    public String secretProperty() {
        return secretProperty;
    }
}
