package io.github.frameiokit.internal.json;

import jakarta.json.JsonValue;

/** Writes models as JSON for tests in other rooms; the kit itself writes models only as members of a body. */
public final class WrittenModel {

    private WrittenModel() {}

    public static JsonValue of(Object model) {
        return new BodyWriter().value(model);
    }
}
