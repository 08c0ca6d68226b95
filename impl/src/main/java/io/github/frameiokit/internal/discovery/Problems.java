package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The problems of an app's set-up. Each is one sentence with its fix, and is reported once. Classes that also meet a
 * problem at run time throw it as an exception, whose message is such a sentence.
 */
final class Problems {

    private final Set<String> found = new LinkedHashSet<>();

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
        found.add(method + " returns " + type + ", which is no answer to Frame.io; return Message, Form,"
                + " ActionResponse or void.");
    }

    void asyncAnswer(String method) {
        found.add(method + " returns an answer from @ObservesAsync, which runs after Frame.io has been answered; use"
                + " @Observes, or return void.");
    }

    void twoHandlers(Handler one, Handler other) {
        found.add(one.id() + " and " + other.id() + " both handle the action \""
                + one.types().get(0) + "\", but only one can answer; remove one of them.");
    }

    void differentSecrets(Handler one, Handler other) {
        found.add(one.id() + " and " + other.id() + " handle the same webhook type but name different secrets ("
                + one.secret() + ", " + other.secret() + "); let both name one property, which may hold several"
                + " secrets separated by commas.");
    }

    void noSecret(Handler handler, String property) {
        found.add(handler.id() + " has no signing secret; set " + property + " (as an environment variable: "
                + Setting.environment(property)
                + ") to the secret Frame.io showed when the "
                + (handler.kind() == Kind.WEBHOOK ? "webhook" : "action")
                + " was created, provide a SigningSecretResolver bean, or let the app register itself with "
                + Settings.INSTALL_WORKSPACES + ".");
    }

    void noApplication(Handler handler) {
        found.add(handler.id() + " would never be called, because the application has no JAX-RS Application to"
                + " serve the kit's endpoint; add an empty class: @ApplicationPath(\"/\") public class App extends"
                + " Application {} (or set " + Settings.APPLICATION_CHECK
                + "=false if web.xml declares one).");
    }

    void notListed(Handler handler, Class<?> application) {
        found.add(handler.id() + " would never be called, because " + application.getName()
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

    void twoKinds(String method) {
        found.add(method + " has both @Webhook and @Action, but no event is both; make it two methods, one of each.");
    }

    void foreignQualifiers(String method, List<String> qualifiers) {
        String names = qualifiers.stream().map(name -> "@" + name).collect(Collectors.joining(" and "));
        found.add(method + " would never be called, because it also asks for " + names
                + ", which Frame.io's events don't have; remove " + names + ".");
    }

    void conditional(String method) {
        found.add(method + " has notifyObserver = IF_EXISTS, so events that come before its bean exists would be lost"
                + " and answered 200; remove it.");
    }

    void transactional(String method, String phase) {
        found.add(method + " has during = " + phase + ", but Frame.io is answered when its handlers have returned, not"
                + " when a transaction has ended; remove it.");
    }

    void hiddenInteractionBean(String bean) {
        found.add(bean + " is @InteractionScoped but isn't public, so JSON-B can't create it; make it public, with a"
                + " public constructor without parameters.");
    }

    void injectedInteractionBean(String bean) {
        found.add(bean + " is @InteractionScoped and has something injected, but JSON-B creates it anew for each step;"
                + " inject that where the bean is used.");
    }

    void noKey(String because) {
        found.add("The config property " + Settings.ENCRYPTION_KEY + " is missing, although " + because
                + " and other nodes must open what is sealed; make a key with 'openssl rand -base64 32'.");
    }

    void unsharedSteps() {
        found.add("The config property " + Settings.REPLAY_GUARD_SHARED + " is true, but " + Settings.TOKEN_STORE
                + " is memory, which other nodes can't see; set that to jdbc or dynamodb, or remove the property.");
    }

    void defaultPackage(String bean) {
        found.add(bean + " is in the default package, where some servers can't call it; move it to a package.");
    }

    void syntheticHandler(String extension) {
        found.add("An observer of Frame.io's events that " + extension + " has added can't be guarded on this server,"
                + " where it would be called for all of them and could stop handlers; make it a method of a bean.");
    }

    void noBaseUrl(String because) {
        found.add("The config property " + Settings.BASE_URL + " is missing, although " + because
                + "; set it to the https address of the app's JAX-RS application, as Frame.io reaches it.");
    }

    void forgetfulInstallation(String because) {
        found.add("The config property " + Settings.TOKEN_STORE + " is memory, although " + because
                + ", so that the secrets would be lost with each restart; set it to jdbc or dynamodb, or "
                + Settings.DEVELOPMENT + "=true on the machine you develop on.");
    }

    void noCredentials() {
        found.add("The config property " + Settings.INSTALL_WORKSPACES + " is set, but the app has no access token for"
                + " Frame.io; set " + Settings.SERVER_TO_SERVER + "=true with " + Settings.CLIENT_ID + " and "
                + Settings.CLIENT_SECRET + ", or " + Settings.TOKEN + ".");
    }

    void pruneWithoutVersion() {
        found.add("The config property " + Settings.INSTALL_PRUNE + " is true, but " + Settings.INSTALL_VERSION
                + " is missing, without which an older version of the app could remove what a newer one needs; set it"
                + " to the app's version.");
    }

    void longTexts(Handler handler, int most) {
        found.add(handler.id() + " has an @Action whose name or description is longer than " + most
                + " characters, so Frame.io can't register it; shorten it.");
    }

    void add(String sentence) {
        found.add(sentence);
    }

    void noValue(String key, List<String> because) {
        found.add("The config property " + key + " is missing (as an environment variable: " + Setting.environment(key)
                + "), although " + String.join(" and ", because) + "; set it.");
    }

    void emptyValue(String key) {
        found.add("The config property " + key + " is empty; give it a value or remove it.");
    }

    void unsetReference(String key, List<String> names) {
        found.add("The config property " + key + " refers to "
                + names.stream().map(name -> "${" + name + "}").collect(Collectors.joining(" and "))
                + ", which isn't set; set it, for example as an environment variable, or change the property.");
    }

    void badValue(Setting<?> setting) {
        found.add("The config property " + setting + " must be " + setting.expected() + "; correct or remove it.");
    }

    void clearText(String key, String what) {
        found.add("The config property " + key + " begins with http://, which would send " + what
                + " in clear text; use https://, or http:// with localhost or another loopback address.");
    }

    void shortSecret(String key, int least) {
        found.add("The config property " + key + " has a secret of fewer than " + least
                + " characters, which could be guessed; set what Frame.io showed, which is longer.");
    }

    void unlikelySecret(String key) {
        found.add("The config property " + key + " has a placeholder, a blank or a quotation mark in a secret; set what"
                + " Frame.io or Adobe showed, as it is.");
    }

    void consoleOutsideOfDevelopment() {
        found.add("The config property " + Settings.CONSOLE + " is true, but " + Settings.DEVELOPMENT
                + " isn't; the development console lets its user send this app events, so remove it, or set "
                + Settings.DEVELOPMENT + "=true on the machine you develop on.");
    }

    void developmentSecret(String key) {
        found.add("The config property " + key + " has a secret for development, which everybody knows; set the one"
                + " that Frame.io showed (as an environment variable: " + Setting.environment(key) + "), or "
                + Settings.DEVELOPMENT + "=true on the machine you develop on.");
    }
}
