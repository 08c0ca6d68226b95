package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.World.Kind.COMMENT;
import static io.github.frameiokit.testkit.World.Kind.FILE;
import static io.github.frameiokit.testkit.World.Kind.USER;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers calls for comments. A comment's video has 24 frames per second. */
final class WorldComments {

    private static final int FRAMES_PER_SECOND = 24;
    private static final Set<String> OPTIONAL = Set.of("annotation", "duration", "page", "text_review_annotation");

    private final Entities entities;
    private final Events events;
    private final Storage storage;

    WorldComments(Entities entities, Events events, Storage storage) {
        this.entities = entities;
        this.events = events;
        this.storage = storage;
    }

    /** The answer; empty if the operation is another class's. */
    Optional<JsonObject> answer(Call call) {
        return Optional.ofNullable(
                switch (call.name()) {
                    case "comments.index" ->
                        call.page(entities
                                .children(
                                        entities.get(FILE, call.path("file_id")).id(), COMMENT)
                                .stream()
                                .map(comment -> shown(comment, call))
                                .toList());
                    case "comments.show" -> Call.answer(shown(comment(call), call));
                    case "comments.create" ->
                        Call.answer(shown(create(call.path("file_id"), call.userId(), call.data()), call));
                    case "comments.update" -> Call.answer(shown(update(comment(call), call), call));
                    case "comments.delete" -> {
                        Entity comment = comment(call);
                        events.fire("comment.deleted", comment, call.userId());
                        entities.remove(comment);
                        yield JsonValue.EMPTY_JSON_OBJECT;
                    }
                    case "comments.createAttachment" -> {
                        Entity comment = comment(call);
                        JsonObject attachment = attachment(call.data());
                        entities.put(comment.with(
                                "attachments",
                                Json.createArrayBuilder(comment.json().getJsonArray("attachments"))
                                        .add(attachment)
                                        .build()));
                        yield Call.answer(attachment);
                    }
                    case "comments.deleteAttachment" -> {
                        deleteAttachment(comment(call), call.path("attachment_id"));
                        yield JsonValue.EMPTY_JSON_OBJECT;
                    }
                    default -> null;
                });
    }

    /** Adds a comment, and sends its event. */
    Entity create(String fileId, String userId, JsonObject data) {
        String now = Entity.now();
        JsonArrayBuilder attachments = Json.createArrayBuilder();
        data.getOrDefault("attachments", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .forEach(it -> attachments.add(attachment(it.asJsonObject())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("anchor", data.getOrDefault("anchor", JsonValue.NULL))
                .add("attachments", attachments)
                .add("created_at", now)
                .add("file_id", entities.get(FILE, fileId).id())
                .add("id", entities.newId())
                .add("links", links(data))
                .add("mentions", JsonValue.EMPTY_JSON_ARRAY)
                .add("text", data.getString("text"))
                .add("text_edited_at", JsonValue.NULL)
                .add("timestamp", frames(data.getOrDefault("timestamp", JsonValue.NULL)))
                .add("updated_at", now);
        OPTIONAL.forEach(member -> json.add(member, data.getOrDefault(member, JsonValue.NULL)));
        completed(json, data.getBoolean("completed", false), userId);
        Entity comment = entities.put(new Entity(COMMENT, fileId, userId, json.build()));
        events.fire("comment.created", comment, userId);
        return comment;
    }

    private Entity update(Entity comment, Call call) {
        JsonObject data = call.data();
        JsonObjectBuilder changes = Json.createObjectBuilder(data).remove("completed");
        if (data.containsKey("text")) {
            changes.add("text_edited_at", Entity.now());
        }
        if (data.containsKey("timestamp")) {
            changes.add("timestamp", frames(data.get("timestamp")));
        }
        if (data.containsKey("links")) {
            changes.add(
                    "links",
                    links(Json.createObjectBuilder(data)
                            .add("text", data.getString("text", comment.json().getString("text")))
                            .build()));
        }
        boolean was = comment.json().get("completed_at") != JsonValue.NULL;
        boolean is = data.getBoolean("completed", was);
        if (is != was) {
            completed(changes, is, call.userId());
        }
        Entity changed = entities.put(comment.changed(changes.build()));
        if (is != was) {
            events.fire(is ? "comment.completed" : "comment.uncompleted", changed, call.userId());
        }
        if (data.keySet().stream().anyMatch(member -> !member.equals("completed"))) {
            events.fire("comment.updated", changed, call.userId());
        }
        return changed;
    }

    private Entity comment(Call call) {
        return entities.get(COMMENT, call.path("comment_id"));
    }

    private static void completed(JsonObjectBuilder comment, boolean completed, String userId) {
        comment.add("completed_at", completed ? Json.createValue(Entity.now()) : JsonValue.NULL)
                .add("completer_id", completed ? Json.createValue(userId) : JsonValue.NULL);
    }

    private JsonObject shown(Entity comment, Call call) {
        JsonObjectBuilder json = Json.createObjectBuilder(comment.json());
        JsonValue timestamp = comment.json().get("timestamp");
        if (timestamp instanceof JsonNumber frames
                && call.query("timestamp_as_timecode").equals("true")) {
            json.add("timestamp", timecode(frames.intValue()));
        }
        if (call.includes("owner") || call.query("sort").startsWith("owner")) {
            json.add("owner", entities.get(USER, comment.creator()).json());
        }
        if (call.includes("replies")) {
            json.add("replies", JsonValue.EMPTY_JSON_ARRAY);
        }
        return json.build();
    }

    /** A link's text is the part of the comment that it is on. */
    private static JsonArray links(JsonObject data) {
        JsonArrayBuilder links = Json.createArrayBuilder();
        String text = data.getString("text");
        List<JsonObject> sent = data.getOrDefault("links", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonObject.class);
        for (int i = 0; i < sent.size(); i++) {
            JsonObject link = sent.get(i);
            int from = link.getInt("start_index");
            int to = link.getInt("end_index");
            if (from >= to || to > text.length()) {
                throw new Refusal(422, "/data/links/" + i, "isn't within the text");
            }
            links.add(Json.createObjectBuilder(link).add("text", text.substring(from, to)));
        }
        return links.build();
    }

    private JsonObject attachment(JsonObject data) {
        String id = entities.newId();
        JsonArrayBuilder urls = Json.createArrayBuilder();
        storage.upload(id, data.getJsonNumber("file_size").longValue(), data.getString("media_type"))
                .getValuesAs(JsonObject.class)
                .forEach(part -> urls.add(part.getString("url")));
        return Json.createObjectBuilder(data)
                .add("created_at", Entity.now())
                .add("id", id)
                .add("upload_urls", urls)
                .build();
    }

    private void deleteAttachment(Entity comment, String id) {
        JsonArrayBuilder rest = Json.createArrayBuilder();
        List<JsonObject> all = comment.json().getJsonArray("attachments").getValuesAs(JsonObject.class);
        all.stream().filter(it -> !it.getString("id").equals(id)).forEach(rest::add);
        JsonArray kept = rest.build();
        if (kept.size() == all.size()) {
            throw new Refusal(404, "", "there is no attachment " + id);
        }
        entities.put(comment.with("attachments", kept));
    }

    /** A timestamp as its number of frames. */
    private static JsonValue frames(JsonValue timestamp) {
        if (!(timestamp instanceof JsonString timecode)) {
            return timestamp;
        }
        if (!timecode.getString().matches("\\d{1,2}:\\d{2}:\\d{2}[:;]\\d{2}")) {
            throw new Refusal(422, "/data/timestamp", "must be a frame or HH:MM:SS:FF");
        }
        String[] parts = timecode.getString().split("[:;]");
        int seconds = (Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1])) * 60 + Integer.parseInt(parts[2]);
        return Json.createValue(seconds * FRAMES_PER_SECOND + Integer.parseInt(parts[3]));
    }

    private static String timecode(int frames) {
        int seconds = frames / FRAMES_PER_SECOND;
        return String.format(
                "%02d:%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60, frames % FRAMES_PER_SECOND);
    }
}
