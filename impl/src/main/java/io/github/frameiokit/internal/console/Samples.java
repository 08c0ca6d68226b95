package io.github.frameiokit.internal.console;

import io.github.frameiokit.WebhookType;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Payloads to begin with, in the form that Frame.io documents. The ids are made up, and the same at each start. */
final class Samples {

    private record Sample(String type, String id, String name) {

        static Sample of(String type, String name) {
            return new Sample(type, Samples.id(type + " " + name), name);
        }

        Tree tree() {
            return new Tree().add("type", type).add("id", id).add("name", name);
        }
    }

    private static final String ACCOUNT = id("account");
    private static final String WORKSPACE = id("workspace");
    private static final String PROJECT = id("project");
    private static final List<Sample> RESOURCES = List.of(
            Sample.of("file", "Interview.mov"),
            Sample.of("file", "B-roll harbor.mp4"),
            Sample.of("file", "Poster.png"),
            Sample.of("folder", "Rough cuts"),
            Sample.of("folder", "Music"),
            Sample.of("version_stack", "Trailer"),
            Sample.of("version_stack", "Credits"));
    private static final List<Sample> USERS =
            List.of(Sample.of("user", "Ada Lovelace"), Sample.of("user", "Grace Hopper"));

    private Samples() {}

    static Tree of(Handlers handlers) {
        Set<String> documented = documented();
        Set<String> types = new LinkedHashSet<>(documented);
        ofKind(handlers, Kind.WEBHOOK)
                .flatMap(handler -> handler.types().stream())
                .filter(type -> !type.endsWith("*"))
                .forEach(types::add);
        return new Tree()
                .add(
                        "webhooks",
                        types.stream()
                                .map(type -> new Tree()
                                        .add("type", type)
                                        .add("documented", documented.contains(type))
                                        .add("handled", handlers.handle(Kind.WEBHOOK, type))
                                        .add("body", webhook(type)))
                                .toList())
                .add(
                        "actions",
                        ofKind(handlers, Kind.ACTION)
                                .map(handler -> handler.types().get(0))
                                .distinct()
                                .map(type -> new Tree()
                                        .add("type", type)
                                        .add("handled", true)
                                        .add("body", action(type)))
                                .toList())
                .add("resources", RESOURCES.stream().map(Sample::tree).toList())
                .add(
                        "users",
                        USERS.stream()
                                .map(user -> new Tree().add("id", user.id()).add("name", user.name()))
                                .toList());
    }

    private static Stream<Handler> ofKind(Handlers handlers, Kind kind) {
        return handlers.all().stream().filter(handler -> handler.kind() == kind);
    }

    private static Set<String> documented() {
        Set<String> types = new LinkedHashSet<>();
        for (Field constant : WebhookType.class.getFields()) {
            try {
                types.add(String.valueOf(constant.get(null)));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return types;
    }

    private static String webhook(String type) {
        String resource = resourceType(type);
        Sample known = RESOURCES.stream()
                .filter(it -> it.type().equals(resource))
                .findFirst()
                .orElseGet(() -> Sample.of(resource, "sample"));
        return object(
                member("account", ACCOUNT),
                member("project", resource.equals("project") ? known.id() : PROJECT),
                "\"resource\": {\"id\": \"" + known.id() + "\", \"type\": \"" + resource + "\"}",
                "\"type\": \"" + type + "\"",
                member("user", USERS.get(0).id()),
                member("workspace", WORKSPACE));
    }

    private static String action(String type) {
        Sample file = RESOURCES.get(0);
        String resource = "{\"id\": \"" + file.id() + "\", \"type\": \"" + file.type() + "\"}";
        return object(
                "\"account_id\": \"" + ACCOUNT + "\"",
                "\"action_id\": \"" + id("action " + type) + "\"",
                "\"interaction_id\": \"" + UUID.randomUUID() + "\"",
                member("project", PROJECT),
                "\"resource\": " + resource,
                "\"resources\": [" + resource + "]",
                "\"type\": \"" + type + "\"",
                member("user", USERS.get(0).id()),
                member("workspace", WORKSPACE));
    }

    /** What a webhook is about. */
    private static String resourceType(String type) {
        String family = type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
        return family.equals("metadata") ? "file" : family;
    }

    private static String object(String... members) {
        return "{\n  " + String.join(",\n  ", members) + "\n}";
    }

    private static String member(String name, String id) {
        return "\"" + name + "\": {\"id\": \"" + id + "\"}";
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(("frameio-kit " + of).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
