package io.github.frameiokit.internal.events;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * The fields that the kit itself puts into forms. Frame.io sends every field of a form back, so these are taken out of
 * a submission before anything decides by it.
 */
public final class KitFields {

    /** The link in the form that lets a user sign in. */
    public static final String SIGN_IN = "frameio_kit_sign_in";

    private static final String DATA = "data";

    private KitFields() {}

    /** The payload without them; where nothing else was submitted, without any data, as on a first call. */
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
