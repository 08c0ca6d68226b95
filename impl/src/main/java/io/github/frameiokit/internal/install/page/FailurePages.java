package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.oauth.SignInFailure;
import io.github.frameiokit.internal.pages.Markup;
import io.github.frameiokit.internal.pages.Pages;
import io.github.frameiokit.internal.pages.Sign;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;

/**
 * What a visitor of the install page sees of a failure, and the log says about it. The ways on lead to the beginning,
 * where the visitor sees what is possible.
 */
final class FailurePages {

    private static final System.Logger LOG = System.getLogger(FailurePages.class.getName());

    private final Pages pages;
    private final Views views;
    private final String path;
    private final LogLimit logLimit = new LogLimit(System::nanoTime);

    /**
     * Creates the pages.
     *
     * @param path the path of the install page
     */
    FailurePages(Pages pages, Views views, String path) {
        this.pages = pages;
        this.views = views;
        this.path = path;
    }

    Response of(RuntimeException failure) {
        if (failure instanceof SignInFailure signIn) {
            return notSignedIn(signIn.reason());
        }
        if (failure instanceof Refusal refusal) {
            return refused(refusal.reason);
        }
        return refused(reason(
                failure instanceof CompletionException && failure.getCause() instanceof RuntimeException cause
                        ? cause
                        : failure));
    }

    private Refusal.Reason reason(RuntimeException failure) {
        if (failure instanceof FrameioApiException.Unauthorized) {
            return Refusal.Reason.ENDED;
        }
        if (failure instanceof FrameioApiException.Forbidden || failure instanceof FrameioApiException.NotFound) {
            return Refusal.Reason.NO_RIGHT;
        }
        if (failure instanceof FrameioApiException) {
            logLimit.warn(LOG, "Frame.io could not be asked for the install page: " + failure.getMessage());
            return Refusal.Reason.UNAVAILABLE;
        }
        if (failure instanceof InstallationException) {
            logLimit.warn(LOG, "The install page could not change a workspace: " + failure.getMessage());
            return Refusal.Reason.BUSY;
        }
        String text = "The install page failed";
        if (logLimit.allows(text)) {
            LOG.log(System.Logger.Level.ERROR, text, failure);
        }
        return Refusal.Reason.FAILED;
    }

    private Response refused(Refusal.Reason reason) {
        boolean ended = reason == Refusal.Reason.ENDED;
        return message(
                reason.status,
                reason.sign,
                views.text(reason.title),
                views.text(reason.description),
                ended ? path + "/sign-in" : path,
                ended ? "sign-in.form.link" : "install.button.back");
    }

    private Response notSignedIn(SignInFailure.Reason reason) {
        String log = "A sign-in to the install page ended with the page: " + reason;
        if (logLimit.allows(log)) {
            LOG.log(System.Logger.Level.INFO, log);
        }
        return message(
                reason.status(),
                reason.sign(),
                reason.title(pages.texts()),
                views.text("install.sign-in." + reason + ".description"),
                path + "/sign-in",
                "sign-in.form.link");
    }

    private Response message(int status, Sign sign, String title, String text, String link, String linkText) {
        return pages.page(status, title, views.message(sign, title, text, link, views.text(linkText)), Markup.NOTHING);
    }
}
