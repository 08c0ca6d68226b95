package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.World.Kind.ACCOUNT;
import static io.github.frameiokit.testkit.World.Kind.PROJECT;
import static io.github.frameiokit.testkit.World.Kind.WORKSPACE;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs custom actions, as Frame.io does when a user picks one. Thread-safe. */
final class Actions {

    private final Entities entities;
    private final WorldHooks hooks;
    private final Post post;

    Actions(Entities entities, WorldHooks hooks, Post post) {
        this.entities = entities;
        this.hooks = hooks;
        this.post = post;
    }

    /** Does the first step. */
    Interaction run(Entity action, Entity user, List<Entity> assets) {
        if (assets.isEmpty()) {
            throw new IllegalArgumentException("An action needs an asset.");
        }
        if (assets.size() > 1 && !action.json().getBoolean("multi_asset")) {
            throw new IllegalArgumentException("'" + action.name() + "' isn't for several assets.");
        }
        Entity asset = assets.get(0);
        JsonObjectBuilder request = Json.createObjectBuilder()
                .add("account_id", entities.around(asset, ACCOUNT).orElseThrow().id())
                .add("action_id", action.id())
                .add("interaction_id", UUID.randomUUID().toString())
                .add("project", reference(entities.around(asset, PROJECT).orElseThrow()));
        if (assets.size() == 1) {
            request.add("resource", resource(asset));
        } else {
            JsonArrayBuilder resources = Json.createArrayBuilder();
            assets.forEach(it -> resources.add(resource(it)));
            request.add("resources", resources);
        }
        request.add("type", action.json().getString("event"))
                .add("user", reference(user))
                .add("workspace", reference(entities.around(asset, WORKSPACE).orElseThrow()));
        return step(action, request.build());
    }

    private Interaction step(Entity action, JsonObject request) {
        Duration timeout = Duration.ofSeconds(action.json().getInt("timeout"));
        Post.Sent sent = post.send(action.json().getString("url"), hooks.key(action), request, timeout)
                .join();
        int status = sent.attempt().status();
        Optional<JsonObject> answer = sent.attempt().accepted() ? read(sent.answer()) : Optional.empty();
        String problem = sent.attempt().problem();
        if (status != 0 && !sent.attempt().accepted()) {
            problem = "the app answered " + status;
        } else if (status != 0 && answer.isEmpty() && sent.answer().strip().startsWith("{")) {
            problem = "the app's answer is no message or form";
        }
        return new Interaction(
                request.getString("interaction_id"),
                request,
                status,
                problem,
                answer,
                data -> step(
                        action,
                        Json.createObjectBuilder(request).add("data", data).build()));
    }

    /** A message or a form; anything else isn't shown. */
    private static Optional<JsonObject> read(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return Optional.of(reader.readValue())
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .filter(json -> json.containsKey("title"));
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static JsonObject reference(Entity entity) {
        return Json.createObjectBuilder().add("id", entity.id()).build();
    }

    private static JsonObject resource(Entity asset) {
        return Json.createObjectBuilder()
                .add("id", asset.id())
                .add("type", asset.kind().type())
                .build();
    }
}
