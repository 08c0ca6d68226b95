package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.internal.pages.Sign;

/** A request to the install page that isn't served. Nothing was changed then. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, as a status, the page's sign and the key of its texts. */
    enum Reason {
        /** The session has ended, or there never was one. */
        ENDED(403, Sign.NOTE, "ended"),
        /** The form was sent before. */
        STALE(409, Sign.NOTE, "stale"),
        /** The form comes from another site. */
        FOREIGN(403, Sign.FAILED, "foreign"),
        /** The app isn't for that account. */
        NOT_ALLOWED(403, Sign.NOTE, "not-allowed"),
        /** Frame.io doesn't let the visitor administer the workspace, or there is none. */
        NO_RIGHT(403, Sign.NOTE, "no-right"),
        /** Somebody else changes the same workspace. */
        BUSY(409, Sign.NOTE, "busy"),
        /** Frame.io doesn't answer. */
        UNAVAILABLE(503, Sign.FAILED, "unavailable"),
        /** There is no such page. */
        UNKNOWN(404, Sign.NOTE, "unknown"),
        /** Something else has failed. */
        FAILED(500, Sign.FAILED, "failed");

        final int status;
        final Sign sign;
        final String title;
        final String description;

        Reason(int status, Sign sign, String key) {
            this.status = status;
            this.sign = sign;
            title = "install." + key + ".title";
            description = "install." + key + ".description";
        }
    }

    final Reason reason;

    Refusal(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }
}
