package io.github.frameiokit.internal;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Names of the server's things (JNDI). */
public final class Jndi {

    /** The managed executor that a server has without configuration; not every server has one. */
    public static final String DEFAULT_EXECUTOR = "java:comp/DefaultManagedExecutorService";

    /** What every component has (Jakarta EE Platform 10, "Application Name and Module Name References"). */
    private static final String MODULE_NAME = "java:module/ModuleName";

    private Jndi() {}

    /** What has a name; empty if nothing of that type does. */
    @SuppressWarnings("BanJNDI") // the names come from the configuration, never from a request
    public static <T> Optional<T> lookup(String name, Class<T> type) {
        try {
            return Optional.of(type.cast(InitialContext.<Object>doLookup(name)));
        } catch (NamingException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the app has names yet. On Payara and TomEE it has none before its first request, elsewhere maybe never.
     */
    public static boolean isAvailable() {
        return lookup(MODULE_NAME, String.class).isPresent();
    }
}
