package io.github.frameiokit.internal.install;

import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.internal.Settings;

/**
 * An entry of an installation is sealed with a key that this node doesn't have. Another node may have written it, so
 * this one changes nothing.
 */
public final class UnknownKeyException extends InstallationException {

    private static final long serialVersionUID = 1L;

    UnknownKeyException() {
        super("An entry of it in the token store can't be opened with the keys in " + Settings.ENCRYPTION_KEY
                + ". Add the key that another node has sealed it with. If that key is lost, delete the entries of the"
                + " store, and the app is registered anew.");
    }
}
