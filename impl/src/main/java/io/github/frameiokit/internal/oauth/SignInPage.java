package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.pages.Pages;
import io.github.frameiokit.internal.pages.Sign;
import jakarta.ws.rs.core.Response;

/** The page that says how a sign-in ended. */
final class SignInPage {

    private SignInPage() {}

    static Response success(Pages pages) {
        return pages.message(
                200,
                Sign.DONE,
                pages.texts().get("sign-in.done.title"),
                pages.texts().get("sign-in.done.description"));
    }

    static Response failure(Pages pages, SignInFailure.Reason reason) {
        return pages.message(
                reason.status(), reason.sign(), reason.title(pages.texts()), reason.description(pages.texts()));
    }
}
