package io.github.frameiokit.testkit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that is in a world.
 *
 * @param parent the id of what it is in; empty for accounts and users
 * @param creator the id of the user who created it; empty if nobody did
 * @param json what the API shows of it
 */
record Entity(World.Kind kind, String parent, String creator, JsonObject json) {

    String id() {
        return json.getString("id");
    }

    String name() {
        return json.getString("name", "");
    }

    Entity in(String newParent) {
        return new Entity(kind, newParent, creator, json);
    }

    /** The same one with another member; what the API calls the time of the last change stays as it is. */
    Entity with(String member, JsonValue value) {
        return new Entity(
                kind,
                parent,
                creator,
                Json.createObjectBuilder(json).add(member, value).build());
    }

    Entity with(String member, String value) {
        return with(member, Json.createValue(value));
    }

    /** The same one with the members of the object, changed now. */
    Entity changed(JsonObject members) {
        JsonObjectBuilder all = Json.createObjectBuilder(json);
        members.forEach(all::add);
        return new Entity(kind, parent, creator, all.add("updated_at", now()).build());
    }

    /** Now, with microseconds as Frame.io has them. */
    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    }
}
