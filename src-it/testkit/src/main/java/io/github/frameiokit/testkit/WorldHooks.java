package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.World.Kind.ACTION;
import static io.github.frameiokit.testkit.World.Kind.USER;
import static io.github.frameiokit.testkit.World.Kind.WEBHOOK;
import static io.github.frameiokit.testkit.World.Kind.WORKSPACE;

import io.github.frameiokit.signing.SigningKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers calls for webhooks and custom actions, and keeps their secrets. */
final class WorldHooks {

    private static final int SECRET_BYTES = 32;

    private final Entities entities;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SigningKey> keys = new ConcurrentHashMap<>();

    /** The users who may not administer a workspace, by workspace. */
    private final Map<String, Set<String>> forbidden = new ConcurrentHashMap<>();

    WorldHooks(Entities entities) {
        this.entities = entities;
    }

    void forbid(String workspaceId, String userId) {
        forbidden
                .computeIfAbsent(workspaceId, it -> ConcurrentHashMap.newKeySet())
                .add(userId);
    }

    private void check(Call call, String workspaceId) {
        if (forbidden.getOrDefault(workspaceId, Set.of()).contains(call.userId())) {
            throw new Refusal(403, "", "this user may not administer the workspace");
        }
    }

    /** The answer; empty if the operation is another class's. */
    Optional<JsonObject> answer(Call call) {
        return Optional.ofNullable(
                switch (call.name()) {
                    case "webhooks.index" -> list(WEBHOOK, call);
                    case "webhooks.show" -> Call.answer(shown(webhook(call), call));
                    case "webhooks.create" -> {
                        String secret = newSecret();
                        yield withSecret(addWebhook(workspace(call).id(), call.userId(), secret, call.data()), secret);
                    }
                    case "webhooks.update" ->
                        Call.answer(
                                entities.put(webhook(call).changed(call.data())).json());
                    case "webhooks.delete" -> removed(webhook(call));
                    case "customActions.index" -> list(ACTION, call);
                    case "customActions.show" -> Call.answer(shown(action(call), call));
                    case "customActions.create" -> {
                        String secret = newSecret();
                        yield withSecret(addAction(workspace(call).id(), call.userId(), secret, call.data()), secret);
                    }
                    case "customActions.update" ->
                        Call.answer(
                                entities.put(action(call).changed(call.data())).json());
                    case "customActions.delete" -> removed(action(call));
                    default -> null;
                });
    }

    Entity addWebhook(String workspaceId, String userId, String secret, JsonObject data) {
        return keep(
                secret,
                new Entity(
                        WEBHOOK, workspaceId, userId, created(workspaceId, data).build()));
    }

    Entity addAction(String workspaceId, String userId, String secret, JsonObject data) {
        JsonObject defaults = Json.createObjectBuilder()
                .add("multi_asset", true)
                .add("timeout", 5)
                .build();
        JsonObjectBuilder json =
                created(workspaceId, defaults).add("creator_id", userId).add("deleted_at", JsonValue.NULL);
        data.forEach(json::add);
        return keep(secret, new Entity(ACTION, workspaceId, userId, json.build()));
    }

    /** What signs the requests of a webhook or an action. */
    SigningKey key(Entity hook) {
        return keys.get(hook.id());
    }

    private Entity keep(String secret, Entity hook) {
        keys.put(hook.id(), SigningKey.of(secret));
        return entities.put(hook);
    }

    private JsonObjectBuilder created(String workspaceId, JsonObject data) {
        String now = Entity.now();
        return Json.createObjectBuilder(data)
                .add("active", true)
                .add("created_at", now)
                .add("id", entities.newId())
                .add("updated_at", now)
                .add("workspace_id", workspaceId);
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static JsonObject withSecret(Entity hook, String secret) {
        return Call.answer(hook.with("secret", secret).json());
    }

    private JsonObject list(World.Kind kind, Call call) {
        List<JsonObject> hooks = entities.children(workspace(call).id(), kind).stream()
                .map(hook -> shown(hook, call))
                .toList();
        return call.page(hooks);
    }

    private JsonObject shown(Entity hook, Call call) {
        return call.includes("creator")
                ? hook.with("creator", entities.get(USER, hook.creator()).json())
                        .json()
                : hook.json();
    }

    private JsonObject removed(Entity hook) {
        entities.remove(hook);
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private Entity workspace(Call call) {
        Entity workspace = entities.get(WORKSPACE, call.path("workspace_id"));
        check(call, workspace.id());
        return workspace;
    }

    private Entity webhook(Call call) {
        Entity webhook = entities.get(WEBHOOK, call.path("webhook_id"));
        check(call, webhook.parent());
        return webhook;
    }

    private Entity action(Call call) {
        Entity action = entities.get(ACTION, call.path("action_id"));
        check(call, action.parent());
        return action;
    }
}
