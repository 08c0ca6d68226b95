package io.github.frameiokit.internal.install;

import io.github.frameiokit.install.Registration.Kind;
import io.github.frameiokit.internal.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/**
 * A registration in the record of its workspace. It is there before Frame.io is asked to create it, so that no run of
 * an installation is forgotten.
 *
 * @param id the id in its address
 * @param kind what it is
 * @param key what distinguishes it from others of its kind
 * @param name its name in Frame.io
 * @param types the types of its events
 */
record Slot(String id, Kind kind, String key, String name, List<String> types) {

    static Slot of(String id, Manifest.Item item, List<String> types) {
        return new Slot(id, item.kind(), item.key(), item.name(), types);
    }

    boolean isOf(Manifest.Item item) {
        return kind == item.kind() && key.equals(item.key());
    }

    JsonObject json() {
        return JsonText.builder()
                .add("id", id)
                .add("kind", kind.name())
                .add("key", key)
                .add("name", name)
                .add("types", JsonText.array(types))
                .build();
    }

    static Slot of(JsonObject json) {
        return new Slot(
                json.getString("id"),
                Kind.valueOf(json.getString("kind")),
                json.getString("key"),
                json.getString("name"),
                json.getJsonArray("types").getValuesAs(JsonString::getString));
    }
}
