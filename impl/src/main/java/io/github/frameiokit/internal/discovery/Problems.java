package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with an app's set-up: all the wording, each problem one sentence with its fix. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    boolean isEmpty() {
        return found.isEmpty();
    }

    String report() {
        return "frameio-kit found " + found.size() + (found.size() == 1 ? " problem" : " problems")
                + " in this application:"
                + found.stream().map(problem -> "\n - " + problem).reduce("", String::concat);
    }

    void wrongEventClass(String method, String annotation, String expected) {
        found.add(method + " has @" + annotation + " on a parameter of another class; declare it as " + expected + ".");
    }

    void malformedWebhookType(String method, String type) {
        found.add(method + " handles the webhook type \"" + type
                + "\", which is malformed; use a type (\"file.ready\")," + " a family (\"file.*\") or \"*\".");
    }

    void noWebhookType(String method) {
        found.add(method + " has an empty @Webhook; name at least one type, or \"*\" for all.");
    }

    void malformedActionType(String method, String type) {
        found.add(method + " handles the action \"" + type + "\", which is malformed; use the event the action was"
                + " registered with, 1 to 255 characters without \"*\" or blanks around it.");
    }

    void notInterceptable(String method, String what) {
        found.add(method + " handles an action but " + what + ", so its answer would be lost; remove that modifier.");
    }

    void notGuardable(String method, String what) {
        found.add(
                method + " observes webhooks or actions but " + what + ", so on this server it would be called for all"
                        + " of them, and could stop other handlers; remove that modifier.");
    }

    void wrongReturnType(String method, String type) {
        found.add(method + " returns " + type + ", which Frame.io can't be answered with; return Message, Form,"
                + " ActionResponse or void.");
    }

    void asyncAnswer(String method) {
        found.add(method + " returns an answer from @ObservesAsync, when the action has long been answered; use"
                + " @Observes, or return void.");
    }

    void twoHandlers(Handler one, Handler other) {
        found.add(one.method() + " and " + other.method() + " both handle the action \""
                + one.types().get(0) + "\", but only one can answer; remove one of them.");
    }

    void differentSecrets(Handler one, Handler other) {
        found.add(one.method() + " and " + other.method() + " handle the same webhook type but name different secrets ("
                + one.secret() + ", " + other.secret() + "); let both name one property, which may hold several"
                + " secrets separated by commas.");
    }

    void noSecret(Handler handler, String property) {
        found.add(handler.method() + " has no signing secret; set " + property + " (as an environment variable: "
                + environment(property)
                + ") to the secret Frame.io showed when the "
                + (handler.kind() == Kind.WEBHOOK ? "webhook" : "action")
                + " was made, or provide a SigningSecretResolver bean.");
    }

    void noApplication(Handler handler) {
        found.add(handler.method() + " would never be called, because the application has no JAX-RS Application to"
                + " serve the kit's endpoint; add an empty class: @ApplicationPath(\"/\") public class App extends"
                + " Application {} (or set " + Keys.APPLICATION_CHECK
                + "=false if web.xml declares one).");
    }

    void notListed(Handler handler, Class<?> application) {
        found.add(handler.method() + " would never be called, because " + application.getName()
                + " lists its classes without the kit's; add FrameioResources.classes() to what its getClasses()"
                + " returns.");
    }

    void asyncUserAuth(String handler) {
        found.add(handler
                + " is asynchronous and so can't ask its user to sign in; make it an @Observes method, or remove"
                + " userAuth = true.");
    }

    void noUser(String method, String what, String why) {
        found.add(method + " has " + what + " injected, but " + why + ", so no user is known there; inject"
                + " UserAuthorizations and use its client(event).");
    }

    void told(String sentence) {
        found.add(sentence);
    }

    void noValue(String key, String because) {
        found.add("The config property " + key + " is missing (as an environment variable: " + environment(key)
                + "), although " + because + "; set it.");
    }

    void badValue(String key, String expected) {
        found.add("The config property " + key + " must be " + expected + "; correct or remove it.");
    }

    private static String environment(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
