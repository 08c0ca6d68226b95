package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.pages.Sign;

/** A sign-in that failed. Its page must not help somebody who attacks it. */
public final class SignInFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, as a status, the page's sign and the key of its texts. */
    public enum Reason {
        EXPIRED(410, Sign.NOTE, "expired"),
        OTHER_BROWSER(403, Sign.NOTE, "other-browser"),
        DENIED(403, Sign.NOTE, "denied"),
        WRONG_USER(403, Sign.NOTE, "wrong-user"),
        UNKNOWN_TO_FRAMEIO(403, Sign.FAILED, "unknown-to-frameio"),
        SET_UP(502, Sign.FAILED, "set-up"),
        SLOW(504, Sign.NOTE, "slow"),
        FAILED(502, Sign.FAILED, "failed");

        private final int status;
        private final Sign sign;
        private final String key;

        Reason(int status, Sign sign, String key) {
            this.status = status;
            this.sign = sign;
            this.key = key;
        }

        /** The status of the page. */
        public int status() {
            return status;
        }

        /** The sign of the page. */
        public Sign sign() {
            return sign;
        }

        /** The page's heading. */
        public String title(Texts texts) {
            return texts.get("sign-in." + key + ".title");
        }

        String description(Texts texts) {
            return texts.get("sign-in." + key + ".description");
        }

        /** The key, for logs, which aren't in the user's language. */
        @Override
        public String toString() {
            return key;
        }
    }

    private final Reason reason;

    SignInFailure(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
