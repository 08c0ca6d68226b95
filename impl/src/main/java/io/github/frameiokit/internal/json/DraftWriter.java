package io.github.frameiokit.internal.json;

import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.client.request.Draft;
import io.github.frameiokit.client.request.SearchRequest;
import io.github.frameiokit.internal.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes drafts as Frame.io's JSON. Members that weren't set are left out, since Frame.io may reject a null. */
public final class DraftWriter {

    /** Looked up once, since the methods of {@code jakarta.json.Json} look it up at each call. */
    private final JsonProvider json = JsonProvider.provider();

    private final Map<Class<?>, RecordBinding> known = new ConcurrentHashMap<>();

    public byte[] write(Draft draft) {
        JsonValue body = value(draft);
        return JsonText.bytes(
                draft instanceof SearchRequest
                        ? body
                        : json.createObjectBuilder().add("data", body).build());
    }

    public JsonValue value(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue known) {
            return known;
        }
        if (value instanceof Draft draft) {
            return object(draft.members());
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof Collection<?> list) {
            JsonArrayBuilder array = json.createArrayBuilder();
            list.forEach(item -> array.add(value(item)));
            return array.build();
        }
        if (value instanceof Boolean choice) {
            return choice ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return json.createValue(new BigDecimal(number.toString()));
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp
                    .frame()
                    .<JsonValue>map(frame -> json.createValue(frame.intValue()))
                    .orElseGet(() -> json.createValue(timestamp.timecode().orElseThrow()));
        }
        return value instanceof Record model ? model(model) : json.createValue(value.toString());
    }

    private JsonValue object(Map<?, ?> members) {
        JsonObjectBuilder object = json.createObjectBuilder();
        members.forEach((name, value) -> object.add((String) name, value(value)));
        return object.build();
    }

    private JsonValue model(Record model) {
        RecordBinding members = known.computeIfAbsent(model.getClass(), RecordBinding::new);
        if (members.isName()) {
            return json.createValue(model.toString());
        }
        JsonObjectBuilder object = json.createObjectBuilder();
        for (RecordBinding.Member member : members.all()) {
            Object value = members.value(member, model);
            Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (present != null && !(present instanceof Collection<?> list && list.isEmpty())) {
                object.add(member.name(), value(present));
            }
        }
        return object.build();
    }
}
