package io.github.frameiokit.internal.development;

import io.github.frameiokit.internal.RandomToken;

/** The key of the development console, made anew at each start. It is in the server's log and nowhere else. */
public final class ConsoleKey {

    private final String text = RandomToken.create();

    /** The key, in characters that a URL may have. */
    public String text() {
        return text;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ConsoleKey[hidden]";
    }
}
