package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.events.CurrentRequest;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs a user in without requests to the app. The test kit finds this class by its name, since it is built before it.
 * Nothing else loads it.
 */
public final class InProcessSignIn {

    private final Instance<Object> beans;

    /**
     * Prepares to sign users in.
     *
     * @param beans the app's beans
     */
    public InProcessSignIn(Instance<Object> beans) {
        this.beans = beans;
    }

    /**
     * Signs the user of an event in.
     *
     * @param event names the user and the account
     * @param browser opens the address at Adobe, and returns the parameters that Adobe sends the browser back with
     * @throws IllegalStateException if nothing in the app acts for users, or the sign-in failed
     */
    public void signIn(ActionEvent event, Function<URI, Map<String, String>> browser) {
        Instance<RequestContextController> contexts = beans.select(RequestContextController.class);
        RequestContextController context = contexts.get();
        boolean activated = context.activate();
        try {
            SignIn signIn = beans.select(SignIn.class).get();
            URI link = signIn.url(
                    event,
                    SignInAddresses.of(
                            beans.select(OAuthConfig.class).get(),
                            beans.select(CurrentRequest.class).get()));
            Begun begun = signIn.begin(link.getRawQuery().replaceFirst("^ticket=", ""));
            Map<String, String> returned = browser.apply(begun.authorize());
            signIn.complete(
                    Optional.ofNullable(returned.get("state")),
                    Optional.ofNullable(returned.get("code")),
                    Optional.ofNullable(returned.get("error")),
                    Cookies.of(List.of(begun.cookie())));
        } catch (SignInFailure e) {
            throw new IllegalStateException("The sign-in failed: " + e.reason() + ".", e);
        } finally {
            if (activated) {
                context.deactivate();
            }
            contexts.destroy(context);
        }
    }
}
