package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.World.Kind.FILE;
import static io.github.frameiokit.testkit.World.Kind.FOLDER;
import static io.github.frameiokit.testkit.World.Kind.PROJECT;
import static io.github.frameiokit.testkit.World.Kind.USER;
import static io.github.frameiokit.testkit.World.Kind.VERSION_STACK;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Answers calls for files, folders and version stacks. */
final class WorldAssets {

    private static final Duration TRANSCODING = Duration.ofSeconds(2);
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "mov", "video/quicktime",
            "mp4", "video/mp4",
            "wav", "audio/wav",
            "jpg", "image/jpeg",
            "png", "image/png",
            "pdf", "application/pdf",
            "srt", "application/x-subrip",
            "txt", "text/plain");
    private static final Set<String> DOWNLOADS_ONLY = Set.of("efficient", "high_quality");
    private static final String MEDIA_LINKS = "media_links.";

    private final Entities entities;
    private final Events events;
    private final Storage storage;
    private final String page;

    /** @param page the address of the world's page */
    WorldAssets(Entities entities, Events events, Storage storage, String page) {
        this.entities = entities;
        this.events = events;
        this.storage = storage;
        this.page = page;
    }

    /** The answer; empty if the operation is another class's. */
    Optional<JsonObject> answer(Call call) {
        return Optional.ofNullable(
                switch (call.name().substring(0, call.name().indexOf('.'))) {
                    case "files" -> files(call);
                    case "folders" -> folders(call);
                    case "versionStacks" -> stacks(call);
                    default -> null;
                });
    }

    private JsonObject files(Call call) {
        return switch (call.name()) {
            case "files.list" -> list(folder(call), call, FILE);
            case "files.show" -> Call.answer(shown(file(call), call));
            case "files.showFileUploadStatus" -> Call.answer(status(file(call)));
            case "files.createLocalUpload" ->
                Call.answer(upload(call, mediaType(call.data().getString("name"))));
            case "files.createRemoteUpload" -> {
                Entity file = arriving(call);
                yield Json.createObjectBuilder(Call.answer(file.json()))
                        .add(
                                "links",
                                Json.createObjectBuilder()
                                        .add(
                                                "status",
                                                "/v4/accounts/" + call.path("account_id") + "/files/" + file.id()
                                                        + "/status"))
                        .build();
            }
            case "files.create" ->
                Call.answer(
                        call.data().containsKey("source_url")
                                ? arriving(call).json()
                                : upload(call, call.data().getString("media_type")));
            case "files.importFile" -> Call.answer(arriving(call).json());
            case "files.update" -> Call.answer(update(file(call), call).json());
            case "files.delete" -> delete(file(call), call);
            case "files.copy" ->
                Call.answer(copy(file(call), target(call), call).json());
            case "files.move" ->
                Call.answer(move(file(call), target(call), call).json());
            case "files.bulkCopy" -> bulkCopy(FILE, call);
            case "files.bulkMove" -> bulkMove(FILE, call);
            default -> null;
        };
    }

    private JsonObject folders(Call call) {
        return switch (call.name()) {
            case "folders.index" -> children(call);
            case "folders.list" -> list(folder(call), call, FOLDER);
            case "folders.show" -> Call.answer(shown(folder(call), call));
            case "folders.create" -> {
                Entity folder =
                        addFolder(folder(call), call.userId(), call.data().getString("name", "New folder"));
                events.fire("folder.created", folder, call.userId());
                yield Call.answer(folder.json());
            }
            case "folders.update" -> Call.answer(update(folder(call), call).json());
            case "folders.delete" -> delete(folder(call), call);
            case "folders.copy" ->
                Call.answer(copy(folder(call), target(call), call).json());
            case "folders.move" ->
                Call.answer(move(folder(call), target(call), call).json());
            case "folders.bulkCopy" -> bulkCopy(FOLDER, call);
            case "folders.bulkMove" -> bulkMove(FOLDER, call);
            default -> null;
        };
    }

    private JsonObject stacks(Call call) {
        return switch (call.name()) {
            case "versionStacks.list" -> list(folder(call), call, VERSION_STACK);
            case "versionStacks.index" -> list(stack(call), call, FILE);
            case "versionStacks.show" -> Call.answer(shown(stack(call), call));
            case "versionStacks.create" -> {
                Entity folder = folder(call);
                List<Entity> files = call.ids("file_ids").stream()
                        .map(id -> entities.get(FILE, id))
                        .toList();
                Entity stack = addStack(folder, call.userId(), files);
                events.fire("file.versioned", head(stack), call.userId());
                yield Call.answer(shown(stack, call));
            }
            case "versionStacks.copy" -> Call.answer(shown(copy(stack(call), target(call), call), call));
            case "versionStacks.move" -> Call.answer(shown(move(stack(call), target(call), call), call));
            default -> null;
        };
    }

    Entity addFolder(Entity parent, String userId, String name) {
        return entities.put(new Entity(
                FOLDER,
                parent.id(),
                userId,
                created(parent, "folder", name)
                        .add("cover_file_id", JsonValue.NULL)
                        .build()));
    }

    /** Adds a file whose bytes haven't arrived. */
    Entity addFile(Entity parent, String userId, String name, String mediaType, long size) {
        return entities.put(new Entity(
                FILE,
                parent.id(),
                userId,
                created(parent, "file", name)
                        .add("file_size", size)
                        .add("media_type", mediaType)
                        .add("status", "created")
                        .build()));
    }

    /** Adds a file that is ready, without an event. */
    Entity addReadyFile(Entity parent, String userId, String name, byte[] bytes) {
        Entity file = addFile(parent, userId, name, mediaType(name), bytes.length);
        storage.put(file.id(), bytes);
        return entities.put(file.with("status", "transcoded"));
    }

    /** Stacks files; the last one is the newest version. */
    Entity addStack(Entity folder, String userId, List<Entity> files) {
        Entity newest = files.get(files.size() - 1);
        Entity stack = entities.put(new Entity(
                VERSION_STACK,
                folder.id(),
                userId,
                created(folder, "version_stack", newest.name()).build()));
        files.forEach(file -> entities.move(file.with("parent_id", stack.id()), stack.id()));
        return stack;
    }

    /** All bytes of a file have arrived; it is transcoded a little later. */
    void arrived(String fileId) {
        entities.find(fileId)
                .filter(file ->
                        file.kind() == FILE && file.json().getString("status").equals("created"))
                .ifPresent(file -> {
                    Entity uploaded = entities.put(file.changed(
                            Json.createObjectBuilder().add("status", "uploaded").build()));
                    events.fire("file.upload.completed", uploaded, file.creator());
                    events.later(
                            TRANSCODING,
                            () -> entities.find(fileId)
                                    .map(it -> entities.put(it.changed(Json.createObjectBuilder()
                                            .add("status", "transcoded")
                                            .build())))
                                    .ifPresent(it -> events.fire("file.ready", it, it.creator())));
                });
    }

    /** What the API shows of any entity; a version stack has its newest file. */
    JsonObject plain(Entity entity) {
        return entity.kind() == VERSION_STACK
                ? entity.with("head_version", head(entity).json()).json()
                : entity.json();
    }

    static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
    }

    private JsonObjectBuilder created(Entity parent, String type, String name) {
        String id = entities.newId();
        String now = Entity.now();
        return Json.createObjectBuilder()
                .add("created_at", now)
                .add("id", id)
                .add("name", name)
                .add("parent_id", parent.id())
                .add("project_id", projectOf(parent).id())
                .add("type", type)
                .add("updated_at", now)
                .add("view_url", page + "#" + id);
    }

    private JsonObject upload(Call call, String mediaType) {
        long size = call.data().getJsonNumber("file_size").longValue();
        Entity file = addFile(folder(call), call.userId(), call.data().getString("name"), mediaType, size);
        events.fire("file.created", file, call.userId());
        return file.with("upload_urls", storage.upload(file.id(), size, mediaType))
                .json();
    }

    /** A file that Frame.io fetches; here it is complete at once, and empty. */
    private Entity arriving(Call call) {
        String name = call.data().getString("name");
        Entity file = addFile(folder(call), call.userId(), name, mediaType(name), 0);
        events.fire("file.created", file, call.userId());
        storage.put(file.id(), new byte[0]);
        arrived(file.id());
        return file;
    }

    private Entity update(Entity asset, Call call) {
        Entity changed = entities.put(asset.changed(call.data()));
        events.fire(asset.kind().type() + ".updated", changed, call.userId());
        return changed;
    }

    private JsonObject delete(Entity asset, Call call) {
        if (asset.kind() == FOLDER && asset.parent().equals(projectOf(asset).id())) {
            throw new Refusal(403, "", "a project's root folder can't be deleted");
        }
        events.fire(asset.kind().type() + ".deleted", asset, call.userId());
        entities.remove(asset);
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private Entity copy(Entity asset, Optional<Entity> target, Call call) {
        Entity parent = target.orElseGet(() -> entities.find(asset.parent()).orElseThrow());
        requireOutside(asset, parent);
        boolean comments = !List.of("", "none").contains(call.query("copy_comments"));
        Entity copy = copyInto(asset, parent, call.userId(), comments);
        if (asset.kind() != VERSION_STACK) {
            events.fire(asset.kind().type() + ".copied", copy, call.userId());
        }
        return copy;
    }

    private Entity copyInto(Entity original, Entity parent, String userId, boolean comments) {
        JsonObjectBuilder json = Json.createObjectBuilder(original.json());
        String id = entities.newId();
        json.add("id", id);
        if (original.kind() == World.Kind.COMMENT) {
            json.add("file_id", parent.id());
        } else {
            json.add("parent_id", parent.id())
                    .add("project_id", projectOf(parent).id())
                    .add("created_at", Entity.now())
                    .add("updated_at", Entity.now())
                    .add("view_url", page + "#" + id);
        }
        List<Entity> children = entities.children(original.id());
        Entity copy = entities.put(new Entity(original.kind(), parent.id(), userId, json.build()));
        if (original.kind() == FILE) {
            storage.bytes(original.id()).ifPresent(bytes -> storage.put(id, bytes));
        }
        children.stream()
                .filter(child -> comments || child.kind() != World.Kind.COMMENT)
                .forEach(child ->
                        copyInto(child, copy, child.kind() == World.Kind.COMMENT ? child.creator() : userId, comments));
        return copy;
    }

    private Entity move(Entity asset, Optional<Entity> target, Call call) {
        Entity parent = target.orElseThrow(() -> new Refusal(422, "/data/parent_id", "is missing"));
        requireOutside(asset, parent);
        Entity left = entities.find(asset.parent()).orElseThrow();
        String now = Entity.now();
        Entity moved = entities.move(asset.with("parent_id", parent.id()).with("updated_at", now), parent.id());
        String project = projectOf(parent).id();
        within(moved).forEach(it -> entities.put(it.with("project_id", project)));
        if (left.kind() == VERSION_STACK && entities.children(left.id()).isEmpty()) {
            entities.remove(left);
        }
        if (asset.kind() != VERSION_STACK) {
            events.fire(
                    parent.kind() == VERSION_STACK
                            ? "file.versioned"
                            : asset.kind().type() + ".updated",
                    moved,
                    call.userId());
        }
        return entities.get(asset.kind(), asset.id());
    }

    /** The asset and all assets in it. */
    private Stream<Entity> within(Entity asset) {
        return Stream.concat(
                Stream.of(asset),
                entities.children(asset.id()).stream()
                        .filter(child -> child.kind() != World.Kind.COMMENT)
                        .flatMap(this::within));
    }

    private void requireOutside(Entity asset, Entity parent) {
        if (within(asset).anyMatch(it -> it.id().equals(parent.id()))) {
            throw new Refusal(422, "/data/parent_id", "is within what is copied or moved");
        }
        if (parent.kind() != FOLDER && asset.kind() != FILE) {
            throw new Refusal(422, "/data/parent_id", "must be a folder");
        }
    }

    private JsonObject bulkCopy(World.Kind kind, Call call) {
        JsonArrayBuilder copies = Json.createArrayBuilder();
        for (String id : call.ids(kind.type() + "_ids")) {
            copies.add(Json.createObjectBuilder()
                    .add(
                            kind.type(),
                            copy(entities.get(kind, id), target(call), call).json())
                    .add("source_" + kind.type() + "_id", id));
        }
        return Call.answer(copies.build());
    }

    private JsonObject bulkMove(World.Kind kind, Call call) {
        JsonArrayBuilder moved = Json.createArrayBuilder();
        call.ids(kind.type() + "_ids")
                .forEach(id -> moved.add(
                        move(entities.get(kind, id), target(call), call).json()));
        return Call.answer(moved.build());
    }

    /** The folder or version stack that an asset is to be copied or moved to; empty if the call names none. */
    private Optional<Entity> target(Call call) {
        return call.data().containsKey("parent_id")
                ? Optional.of(entities.find(call.data().getString("parent_id"))
                        .filter(it -> it.kind() == FOLDER || it.kind() == VERSION_STACK)
                        .orElseThrow(() -> new Refusal(422, "/data/parent_id", "is no folder")))
                : Optional.empty();
    }

    private JsonObject children(Call call) {
        List<String> types = List.of(call.query("type").split(","));
        return call.page(entities.children(folder(call).id()).stream()
                .filter(it ->
                        call.query("type").isEmpty() || types.contains(it.kind().type()))
                .map(it -> shown(it, call))
                .toList());
    }

    private JsonObject list(Entity parent, Call call, World.Kind kind) {
        return call.page(entities.children(parent.id(), kind).stream()
                .map(it -> shown(it, call))
                .toList());
    }

    private JsonObject shown(Entity asset, Call call) {
        JsonObjectBuilder json = Json.createObjectBuilder(plain(asset));
        if (call.includes("creator")) {
            json.add("creator", entities.get(USER, asset.creator()).json());
        }
        if (call.includes("project")) {
            json.add(
                    "project",
                    projectOf(asset).with("description", JsonValue.NULL).json());
        }
        if (call.includes("metadata")) {
            json.add("metadata", JsonValue.EMPTY_JSON_ARRAY);
        }
        List<String> links = Stream.of(call.query("include").split(","))
                .filter(it -> it.startsWith(MEDIA_LINKS))
                .map(it -> it.substring(MEDIA_LINKS.length()))
                .toList();
        if (!links.isEmpty() && asset.kind() != FOLDER) {
            Entity file = asset.kind() == VERSION_STACK ? head(asset) : asset;
            JsonObject media = mediaLinks(file, links);
            if (asset.kind() == FILE) {
                json.add("media_links", media);
            } else {
                json.add("head_version", file.with("media_links", media).json());
            }
        }
        return json.build();
    }

    /** There is a link to the original file only: nothing is transcoded here. */
    private JsonObject mediaLinks(Entity file, List<String> names) {
        JsonObjectBuilder links = Json.createObjectBuilder();
        for (String name : names) {
            boolean original = name.equals("original");
            JsonValue url = (original ? storage.link(file.id()) : Optional.<String>empty())
                    .<JsonValue>map(Json::createValue)
                    .orElse(JsonValue.NULL);
            JsonObjectBuilder link = Json.createObjectBuilder().add("download_url", url);
            if (original) {
                link.add("inline_url", url);
            } else if (!DOWNLOADS_ONLY.contains(name)) {
                link.add("url", url);
            }
            links.add(name, link);
        }
        return links.build();
    }

    private static JsonObject status(Entity file) {
        boolean complete = !file.json().getString("status").equals("created");
        JsonValue at = complete ? file.json().get("updated_at") : JsonValue.NULL;
        return Json.createObjectBuilder()
                .add("filetype", file.json().getString("media_type"))
                .add("id", file.id())
                .add("upload_complete", complete)
                .add("upload_completed_at", at)
                .add("upload_failed", false)
                .add("uploaded_at", at)
                .build();
    }

    private Entity head(Entity stack) {
        List<Entity> versions = new ArrayList<>(entities.children(stack.id(), FILE));
        if (versions.isEmpty()) {
            throw new Refusal(404, "", "this version stack has no file");
        }
        return versions.get(versions.size() - 1);
    }

    private Entity projectOf(Entity asset) {
        return entities.around(asset, PROJECT).orElseThrow();
    }

    private Entity file(Call call) {
        return entities.get(FILE, call.path("file_id"));
    }

    private Entity folder(Call call) {
        return entities.get(FOLDER, call.path("folder_id"));
    }

    private Entity stack(Call call) {
        return entities.get(VERSION_STACK, call.path("version_stack_id"));
    }
}
