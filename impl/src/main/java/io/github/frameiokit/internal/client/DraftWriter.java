package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.client.request.Draft;
import io.github.frameiokit.client.request.SearchRequest;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes drafts as Frame.io's JSON: what wasn't set isn't there, since Frame.io may refuse a null. */
final class DraftWriter {

    private final Map<Class<?>, Members> known = new ConcurrentHashMap<>();

    byte[] write(Draft draft) {
        JsonValue body = json(draft);
        return io.github.frameiokit.internal.client.Json.bytes(
                draft instanceof SearchRequest
                        ? body
                        : Json.createObjectBuilder().add("data", body).build());
    }

    JsonValue json(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Draft draft) {
            return object(draft.members());
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof Collection<?> list) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            list.forEach(item -> array.add(json(item)));
            return array.build();
        }
        if (value instanceof Boolean choice) {
            return choice ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return Json.createValue(new BigDecimal(number.toString()));
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp
                    .frame()
                    .<JsonValue>map(frame -> Json.createValue(frame.intValue()))
                    .orElseGet(() -> Json.createValue(timestamp.timecode().orElseThrow()));
        }
        return value instanceof Record model ? model(model) : Json.createValue(value.toString());
    }

    private JsonValue object(Map<?, ?> members) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        members.forEach((name, value) -> object.add((String) name, json(value)));
        return object.build();
    }

    private JsonValue model(Record model) {
        Members members = known.computeIfAbsent(model.getClass(), Members::new);
        if (members.isName()) {
            return Json.createValue(model.toString());
        }
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (Members.Member member : members.all()) {
            Object value = members.value(member, model);
            Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (present != null && !(present instanceof Collection<?> list && list.isEmpty())) {
                object.add(member.name(), json(present));
            }
        }
        return object.build();
    }
}
