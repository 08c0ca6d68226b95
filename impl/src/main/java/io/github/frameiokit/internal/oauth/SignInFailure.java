package io.github.frameiokit.internal.oauth;

/** A sign-in that didn't end well; what the user reads of it says nothing that would help somebody else. */
final class SignInFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why, as a status and in words. */
    enum Reason {
        EXPIRED(
                410,
                "This link has expired",
                "It is good for ten minutes and for one sign-in. Go back to Frame.io and run the action again."),
        OTHER_BROWSER(
                403,
                "This isn't the browser it began in",
                "Go back to Frame.io and run the action again, and stay in one browser."),
        DENIED(403, "Not signed in", "You didn't allow it. If you change your mind, run the action again."),
        WRONG_USER(
                403,
                "You are signed in as somebody else",
                "You signed in to Adobe as another user than the one who ran the action in Frame.io. Nothing was stored."
                        + " Sign out of Adobe, and run the action again."),
        UNKNOWN_TO_FRAMEIO(
                403,
                "Frame.io doesn't know you",
                "Your Adobe sign-in has worked, but Frame.io doesn't take it. Your Adobe ID may not be linked to Frame.io, you"
                        + " may have no product profile for Frame.io V4, or this app asks for too few scopes. Your"
                        + " administrator can help."),
        SET_UP(
                502,
                "This app isn't set up correctly",
                "Adobe doesn't accept how this app asks you to sign in. Tell the app's administrator: the reason is in the"
                        + " app's log."),
        SLOW(
                504,
                "This takes longer than usual",
                "Adobe or Frame.io is slow to answer. Go back to Frame.io and run the action again in a minute: you may be"
                        + " signed in by then."),
        FAILED(
                502,
                "That didn't work",
                "Adobe or Frame.io didn't answer as expected. Go back to Frame.io and run the action again in a minute.");

        final int status;
        final String title;
        final String text;

        Reason(int status, String title, String text) {
            this.status = status;
            this.title = title;
            this.text = text;
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
