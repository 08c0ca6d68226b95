package io.github.frameiokit.internal;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;

/** Looks up names in JNDI. */
public final class Jndi {

    /** The name of the default managed executor, which not every server has. */
    public static final String DEFAULT_EXECUTOR = "java:comp/DefaultManagedExecutorService";

    /** A name that every component has (Jakarta EE Platform 10, "Application Name and Module Name References"). */
    private static final String MODULE_NAME = "java:module/ModuleName";

    private Jndi() {}

    /** Looks up a name; empty if it leads to no object of that type. */
    @SuppressWarnings("BanJNDI") // the names come from the configuration, never from a request
    public static <T> Optional<T> lookup(String name, Class<T> type) {
        try {
            return Optional.of(type.cast(InitialContext.<Object>doLookup(name)));
        } catch (NamingException | ClassCastException e) {
            return Optional.empty();
        }
    }

    /** Whether there is no JNDI at all, as outside of a server. */
    @SuppressWarnings("BanJNDI")
    public static boolean isMissing() {
        try {
            InitialContext.<Object>doLookup(MODULE_NAME);
            return false;
        } catch (NoInitialContextException e) {
            return true;
        } catch (NamingException e) {
            return false;
        }
    }

    /**
     * Whether JNDI is available. On Payara and TomEE it is only from the first request on, and on other servers perhaps
     * never.
     */
    public static boolean isAvailable() {
        return lookup(MODULE_NAME, String.class).isPresent();
    }
}
