package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import java.util.List;
import java.util.Optional;

/** The app's injection points for users' tokens and clients, and the problems of those that could never work. */
final class UserInjections {

    private static final String CLIENT = "@AsUser FrameioClient";
    private static final String TOKEN = "UserToken";

    private final Problems problems;
    private Optional<String> authorizing = Optional.empty();

    UserInjections(Problems problems) {
        this.problems = problems;
    }

    /**
     * An injection point.
     *
     * @param bean the class that has it
     * @param types the names of its type and of that type's arguments, for {@code Instance} and {@code Provider}
     * @param asUser whether it has the qualifier {@code @AsUser}
     * @param observer the observer whose parameter it is; otherwise empty
     */
    void found(String bean, List<String> types, boolean asUser, Optional<Observer> observer) {
        if (types.contains(UserAuthorizations.class.getName())) {
            authorizing = Optional.of(bean);
        }
        Optional<String> what = asUser
                ? Optional.of(CLIENT)
                : Optional.of(TOKEN).filter(it -> types.contains(UserToken.class.getName()));
        what.ifPresent(injected -> observer.ifPresent(method ->
                method.whyNoUser().ifPresent(why -> problems.noUser(bean + "#" + method.method(), injected, why))));
    }

    /**
     * An observer method.
     *
     * @param method its name
     * @param async whether it is asynchronous
     * @param webhook whether it handles webhooks
     * @param action whether it handles an action
     * @param userAuth whether that action is run for authorized users only
     */
    record Observer(String method, boolean async, boolean webhook, boolean action, boolean userAuth) {

        private Optional<String> whyNoUser() {
            if (async) {
                return Optional.of("it is asynchronous");
            }
            if (webhook) {
                return Optional.of("it handles webhooks");
            }
            return action && !userAuth ? Optional.of("its @Action has no userAuth = true") : Optional.empty();
        }
    }

    /** A bean that lets users sign in; empty if there is none. */
    Optional<String> authorizing() {
        return authorizing;
    }
}
