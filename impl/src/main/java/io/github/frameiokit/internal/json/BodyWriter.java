package io.github.frameiokit.internal.json;

import io.github.frameiokit.client.internal.ParameterReader;
import io.github.frameiokit.client.internal.ParameterSource;
import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.internal.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes body parameters as Frame.io's JSON, without those that weren't set, since Frame.io may reject a null. */
public final class BodyWriter {

    /** Looked up once, since the methods of {@code jakarta.json.Json} look it up at each call. */
    private final JsonProvider json = JsonProvider.provider();

    private final Map<Class<?>, RecordBinding> known = new ConcurrentHashMap<>();

    /** Writes a request's body as UTF-8. */
    public byte[] write(ParameterSource source) {
        return JsonText.bytes(value(ParameterReader.body(source)));
    }

    JsonValue value(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue known) {
            return known;
        }
        if (value instanceof ParameterSource source) {
            return object(ParameterReader.parameters(source));
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
        if (value instanceof Enum<?> choice) {
            return json.createValue(choice.name().toLowerCase(Locale.ROOT));
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
