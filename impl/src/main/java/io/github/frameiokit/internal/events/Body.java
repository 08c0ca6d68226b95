package io.github.frameiokit.internal.events;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;

/**
 * The JSON of a verified body. An object with two members of one name is rejected. Parsers differ in which one they
 * keep, so the app could read another account than the one that was checked. Frame.io sends no such object.
 */
final class Body {

    /** The deepest nesting of objects and lists. Frame.io's bodies have three levels, and the call stack is limited. */
    static final int DEEPEST = 64;

    private static final String NOT_AN_OBJECT = "The body is not a JSON object.";

    private final JsonParser parser;
    private final JsonBuilderFactory builders;
    private int depth;

    private Body(JsonParser parser, JsonBuilderFactory builders) {
        this.parser = parser;
        this.builders = builders;
    }

    static JsonObject parse(JsonParserFactory parsers, JsonBuilderFactory builders, String text) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            if (parser.next() == JsonParser.Event.START_OBJECT) {
                JsonObject json = new Body(parser, builders).object();
                if (!parser.hasNext()) {
                    return json;
                }
            }
        } catch (Rejection e) {
            throw e;
        } catch (RuntimeException e) {
            // rejected below: the sender need not know where the parser stopped
        }
        throw Rejection.badRequest(NOT_AN_OBJECT);
    }

    private JsonObject object() {
        enter();
        JsonObjectBuilder builder = builders.createObjectBuilder();
        int members = 0;
        while (parser.next() != JsonParser.Event.END_OBJECT) {
            String name = parser.getString();
            JsonParser.Event event = parser.next();
            if (event == JsonParser.Event.VALUE_STRING) {
                builder.add(name, parser.getString()); // Parsson's own value copies the text each time it is read
            } else {
                builder.add(name, value(event));
            }
            members++;
        }
        depth--;
        JsonObject object = builder.build();
        if (object.size() < members) {
            throw Rejection.badRequest("An object in the body has two members of one name.");
        }
        return object;
    }

    private JsonArray array() {
        enter();
        JsonArrayBuilder array = builders.createArrayBuilder();
        for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
            array.add(value(event));
        }
        depth--;
        return array.build();
    }

    private JsonValue value(JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            default -> parser.getValue();
        };
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw Rejection.badRequest("The body is nested more than " + DEEPEST + " deep.");
        }
    }
}
