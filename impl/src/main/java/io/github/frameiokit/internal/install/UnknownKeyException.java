package io.github.frameiokit.internal.install;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.oauth.TokenStoreException;

/**
 * An entry of an installation is sealed with a key that this node doesn't have. Another node may have written it, so
 * this one changes nothing.
 */
final class UnknownKeyException extends TokenStoreException {

    private static final long serialVersionUID = 1L;

    UnknownKeyException() {
        super("The token store has an entry of the installation that the keys in " + Settings.ENCRYPTION_KEY
                + " can't open. Add the key that another node has sealed it with. If that key is lost, delete the entries"
                + " of the store, and the app is registered anew.");
    }
}
