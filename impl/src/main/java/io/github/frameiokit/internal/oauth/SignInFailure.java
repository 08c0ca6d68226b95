package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.Texts;

/** A sign-in that failed. Its page must not help somebody who attacks it. */
final class SignInFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, as a status and the key of the page's texts. */
    enum Reason {
        EXPIRED(410, "expired"),
        OTHER_BROWSER(403, "other-browser"),
        DENIED(403, "denied"),
        WRONG_USER(403, "wrong-user"),
        UNKNOWN_TO_FRAMEIO(403, "unknown-to-frameio"),
        SET_UP(502, "set-up"),
        SLOW(504, "slow"),
        FAILED(502, "failed");

        final int status;
        private final String key;

        Reason(int status, String key) {
            this.status = status;
            this.key = key;
        }

        String title(Texts texts) {
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

    Reason reason() {
        return reason;
    }
}
