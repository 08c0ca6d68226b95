package io.github.frameiokit.internal.events;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * The fields that the kit itself puts into forms. Frame.io sends every field of a form back, so these are removed from
 * a submission before it is evaluated.
 */
public final class KitFields {

    /** The link in the form that lets a user sign in. */
    public static final String SIGN_IN = "frameio_kit_sign_in";

    private static final String DATA = "data";

    private KitFields() {}

    /** The payload without these fields. If no other field was submitted, it has no data, as on the first call. */
    static JsonObject removedFrom(JsonObject payload) {
        if (!(payload.get(DATA) instanceof JsonObject data) || !data.containsKey(SIGN_IN)) {
            return payload;
        }
        JsonObject own = Json.createObjectBuilder(data).remove(SIGN_IN).build();
        return own.isEmpty()
                ? Json.createObjectBuilder(payload).remove(DATA).build()
                : Json.createObjectBuilder(payload).add(DATA, own).build();
    }
}
