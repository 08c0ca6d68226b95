package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.World.Kind.ACCOUNT;
import static io.github.frameiokit.testkit.World.Kind.FOLDER;
import static io.github.frameiokit.testkit.World.Kind.PROJECT;
import static io.github.frameiokit.testkit.World.Kind.USER;
import static io.github.frameiokit.testkit.World.Kind.WORKSPACE;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Answers calls for accounts, workspaces, projects and users. */
final class WorldPlaces {

    private final Entities entities;
    private final Events events;
    private final String page;

    /** @param page the address of the world's page */
    WorldPlaces(Entities entities, Events events, String page) {
        this.entities = entities;
        this.events = events;
        this.page = page;
    }

    /** The answer; empty if the operation is another class's. */
    Optional<JsonObject> answer(Call call) {
        return Optional.ofNullable(
                switch (call.name()) {
                    case "users.show" -> Call.answer(profile(entities.get(USER, call.userId())));
                    case "accounts.index" -> call.page(jsons(entities.all(ACCOUNT)));
                    case "accountPermissions.index" ->
                        call.page(entities.all(USER).stream()
                                .map(user -> role("member", user))
                                .toList());
                    case "workspacePermissions.index", "projectPermissions.index", "folderPermissions.index" ->
                        call.page(entities.all(USER).stream()
                                .map(user -> role("editor", user))
                                .toList());
                    case "workspaces.index" ->
                        call.page(entities.children(call.path("account_id"), WORKSPACE).stream()
                                .map(it -> withPerson(it, "creator", call))
                                .toList());
                    case "workspaces.show" -> Call.answer(withPerson(workspace(call), "creator", call));
                    case "workspaces.create" ->
                        Call.answer(addWorkspace(
                                        call.path("account_id"),
                                        call.userId(),
                                        call.data().getString("name", "Untitled"))
                                .json());
                    case "workspaces.update" ->
                        Call.answer(entities.put(workspace(call).changed(call.data()))
                                .json());
                    case "workspaces.delete" -> removed(workspace(call));
                    case "projects.index" ->
                        call.page(projects(entities.children(workspace(call).id(), PROJECT), call));
                    case "projects.indexByAccount" -> call.page(projects(entities.all(PROJECT), call));
                    case "projects.indexInvited" -> call.page(List.of());
                    case "projects.show" -> Call.answer(described(project(call), call));
                    case "projects.create" -> {
                        Entity project = addProject(
                                workspace(call).id(), call.userId(), call.data().getString("name"));
                        project = entities.put(project.changed(call.data()));
                        events.fire("project.created", project, call.userId());
                        yield Call.answer(project.json());
                    }
                    case "projects.update" -> {
                        Entity project = entities.put(project(call).changed(call.data()));
                        events.fire("project.updated", project, call.userId());
                        yield Call.answer(project.json());
                    }
                    case "projects.delete" -> {
                        events.fire("project.deleted", project(call), call.userId());
                        yield removed(project(call));
                    }
                    default -> null;
                });
    }

    Entity addUser(FakeIms.User user) {
        return entities.put(new Entity(
                USER,
                "",
                "",
                Json.createObjectBuilder()
                        .add("active", true)
                        .add("adobe_user_id", user.adobeId())
                        .add("avatar_url", JsonValue.NULL)
                        .add("email", user.email())
                        .add("id", user.frameioId())
                        .add("name", user.name())
                        .build()));
    }

    Entity addAccount(String name) {
        return entities.put(new Entity(
                ACCOUNT,
                "",
                "",
                created()
                        .add("display_name", name)
                        .add("roles", Json.createArrayBuilder().add("admin"))
                        .add("storage_limit", JsonValue.NULL)
                        .add("storage_usage", 0)
                        .build()));
    }

    Entity addWorkspace(String accountId, String userId, String name) {
        return entities.put(new Entity(
                WORKSPACE,
                accountId,
                userId,
                created().add("account_id", accountId).add("name", name).build()));
    }

    /** Adds a project with its root folder. */
    Entity addProject(String workspaceId, String userId, String name) {
        String root = entities.newId();
        Entity project = entities.put(new Entity(
                PROJECT,
                workspaceId,
                userId,
                created()
                        .add("name", name)
                        .add("restricted", false)
                        .add("root_folder_id", root)
                        .add("status", "active")
                        .add("storage", 0)
                        .add("view_url", page)
                        .add("workspace_id", workspaceId)
                        .build()));
        entities.put(new Entity(
                FOLDER,
                project.id(),
                userId,
                Json.createObjectBuilder()
                        .add("cover_file_id", JsonValue.NULL)
                        .add("id", root)
                        .add("name", name)
                        .add("parent_id", JsonValue.NULL)
                        .add("created_at", Entity.now())
                        .add("project_id", project.id())
                        .add("type", "folder")
                        .add("updated_at", Entity.now())
                        .add("view_url", page + "#" + root)
                        .build()));
        return project;
    }

    private JsonObjectBuilder created() {
        String now = Entity.now();
        return Json.createObjectBuilder()
                .add("id", entities.newId())
                .add("created_at", now)
                .add("updated_at", now);
    }

    private Entity workspace(Call call) {
        return entities.get(WORKSPACE, call.path("workspace_id"));
    }

    private Entity project(Call call) {
        return entities.get(PROJECT, call.path("project_id"));
    }

    private List<JsonObject> projects(List<Entity> projects, Call call) {
        return projects.stream().map(it -> described(it, call)).toList();
    }

    private JsonObject described(Entity project, Call call) {
        return withPerson(project.with("description", JsonValue.NULL), "owner", call);
    }

    private JsonObject removed(Entity entity) {
        entities.remove(entity);
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    /** With its creator, as the member that the call may ask for. */
    private JsonObject withPerson(Entity entity, String member, Call call) {
        return call.includes(member)
                ? entity.with(member, entities.get(USER, entity.creator()).json())
                        .json()
                : entity.json();
    }

    private static JsonObject role(String role, Entity user) {
        return Json.createObjectBuilder()
                .add("role", role)
                .add("user", user.json())
                .build();
    }

    private static JsonObject profile(Entity user) {
        return Json.createObjectBuilder(user.json())
                .remove("active")
                .remove("adobe_user_id")
                .build();
    }

    private static List<JsonObject> jsons(List<Entity> entities) {
        return entities.stream().map(Entity::json).toList();
    }
}
