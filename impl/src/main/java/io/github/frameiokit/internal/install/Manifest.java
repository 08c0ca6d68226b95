package io.github.frameiokit.internal.install;

import io.github.frameiokit.WebhookType;
import io.github.frameiokit.install.Registration.Kind;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handlers;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.Field;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * What the app registers in a workspace: one webhook for the types of all its handlers, and its custom actions.
 * Immutable.
 *
 * @param webhook the webhook; empty in an app that handles none
 * @param actions the actions, in the order of their types
 * @param unknown the families of types that nothing documented belongs to, so that they can't be registered
 */
public record Manifest(Optional<Item> webhook, List<Item> actions, List<String> unknown) {

    private static final String NAME = "name";

    /**
     * A webhook or an action.
     *
     * @param kind which of the two
     * @param key what distinguishes it from others of its kind: the type of an action, nothing for the webhook
     * @param name its name in Frame.io
     * @param description what an action does; empty for the webhook
     * @param types the types of its events
     */
    public record Item(Kind kind, String key, String name, String description, List<String> types) {}

    /** What an app registers, by its handlers. */
    public static Manifest of(Handlers handlers, Config config) {
        List<String> patterns = handlers.all().stream()
                .filter(handler -> handler.kind() == io.github.frameiokit.internal.events.Kind.WEBHOOK)
                .flatMap(handler -> handler.types().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> documented = documented();
        TreeSet<String> types = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        for (String pattern : patterns) {
            List<String> expanded = expanded(pattern, documented);
            types.addAll(expanded);
            if (expanded.isEmpty()) {
                unknown.add(pattern);
            }
        }
        Optional<Item> webhook = types.isEmpty()
                ? Optional.empty()
                : Optional.of(new Item(Kind.WEBHOOK, "", name(config), "", List.copyOf(types)));
        return new Manifest(webhook, actions(handlers), List.copyOf(unknown));
    }

    private static List<Item> actions(Handlers handlers) {
        return handlers.all().stream()
                .filter(ActionHandler.class::isInstance)
                .map(ActionHandler.class::cast)
                .map(action -> new Item(
                        Kind.ACTION,
                        action.type(),
                        action.title(),
                        action.description().isBlank() ? action.title() : action.description(), // Frame.io requires one
                        List.of(action.type())))
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    /** The app's name, or the host that it is reached at: there may be webhooks of several apps in a workspace. */
    private static String name(Config config) {
        return Settings.APP_NAME
                .text(config)
                .or(() -> Settings.BASE_URL.find(config).map(URI::getHost))
                .orElseGet(Settings.APP_NAME::standard);
    }

    private static List<String> expanded(String pattern, List<String> documented) {
        if (!pattern.endsWith("*")) {
            return List.of(pattern);
        }
        String beginning = pattern.substring(0, pattern.length() - 1);
        return documented.stream().filter(type -> type.startsWith(beginning)).toList();
    }

    private static List<String> documented() {
        return Arrays.stream(WebhookType.class.getFields()).map(Manifest::value).toList();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // public constants of a public class
        }
    }

    /** All of it, the webhook first. */
    public List<Item> items() {
        return Stream.concat(webhook.stream(), actions.stream()).toList();
    }

    /** Nothing, which is what an app that is uninstalled wants. */
    static Manifest nothing() {
        return new Manifest(Optional.empty(), List.of(), List.of());
    }

    /** As JSON, with the names that Frame.io's API has. */
    public JsonObject json() {
        JsonObjectBuilder json = JsonText.builder();
        webhook.ifPresent(it ->
                json.add("webhook", JsonText.builder().add(NAME, it.name()).add("events", JsonText.array(it.types()))));
        JsonArrayBuilder all = JsonText.array();
        actions.forEach(it -> all.add(
                JsonText.builder().add("event", it.key()).add(NAME, it.name()).add("description", it.description())));
        return json.add("actions", all).build();
    }
}
