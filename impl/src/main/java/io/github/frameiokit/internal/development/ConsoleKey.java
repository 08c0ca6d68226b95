package io.github.frameiokit.internal.development;

import io.github.frameiokit.internal.RandomToken;
import java.security.Security;
import org.jspecify.annotations.Nullable;

/**
 * The key of the development console, made anew by each JVM. It is in the server's log, and kept in a security property
 * so that an open page still has the right one when the app is deployed again. Unlike a system property, that is no
 * source of MicroProfile Config, and in no MBean and no dump.
 */
public final class ConsoleKey {

    private static final String KEPT = "io.github.frameiokit.console.key";

    private @Nullable String text;

    /** The key, in characters that a URL may have; created only if it is asked for, by a console that is on. */
    public synchronized String text() {
        if (text == null) {
            String kept = Security.getProperty(KEPT);
            text = kept == null ? RandomToken.create() : kept;
            Security.setProperty(KEPT, text);
        }
        return text;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ConsoleKey[hidden]";
    }
}
