package io.github.frameiokit.testkit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The form of a JSON value: it checks values, and gives an example. */
sealed interface Schema {

    /**
     * Checks a value.
     *
     * @param place where it is
     * @param problems gets each problem: the JSON pointer and what is wrong there
     * @param seen gets the members that are present, each as its path of names separated by dots
     */
    void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen);

    /** A value with every member that it may have; a list has an item of each kind. */
    JsonValue example(Examples examples);

    /** Adds the paths of all members, in the form that {@link #check} uses. */
    void members(Place place, Set<String> all);

    /** Where a value is. */
    record Place(String pointer, String path) {

        static final Place ROOT = new Place("", "");

        Place member(String name) {
            return new Place(pointer + "/" + name, path.isEmpty() ? name : path + "." + name);
        }

        Place item(int index) {
            return new Place(pointer + "/" + index, path);
        }

        Place kind(String name) {
            return new Place(pointer, path + "(" + name + ")");
        }
    }

    /** The state of an example that is being built; it gives each id a value of its own. */
    final class Examples {

        private static final int DEEPEST = 8;

        private long number;
        private final Deque<String> within = new ArrayDeque<>();
        private String member = "";

        UUID id() {
            number++;
            return new UUID(0x5eed0000_0000_4000L, 0x8000_0000_0000_0000L | number);
        }
    }

    /** Anything. */
    record Any() implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            // any value is right
        }

        @Override
        public JsonValue example(Examples examples) {
            return Json.createValue("anything");
        }

        @Override
        public void members(Place place, Set<String> all) {
            // none
        }
    }

    /** A text in some format. */
    record Text(String format, long shortest, long longest) implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            if (!(value instanceof JsonString string)) {
                problems.accept(place.pointer(), "must be a string");
                return;
            }
            String text = string.getString();
            if (text.length() < shortest || text.length() > longest) {
                problems.accept(place.pointer(), "has a wrong length");
            } else if (!fits(text)) {
                problems.accept(place.pointer(), "is no " + format);
            }
        }

        boolean fits(String text) {
            try {
                switch (format) {
                    case "uuid" -> UUID.fromString(text);
                    case "time" -> OffsetDateTime.parse(text);
                    case "date" -> LocalDate.parse(text);
                    default -> {
                        return !format.equals("email") || text.contains("@");
                    }
                }
                return true;
            } catch (DateTimeException | IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public JsonValue example(Examples examples) {
            return Json.createValue(
                    switch (format) {
                        case "uuid" -> examples.id().toString();
                        case "time" -> "2026-11-02T09:30:00.123456Z";
                        case "date" -> "2026-11-02";
                        case "email" -> "ada@example.com";
                        default -> "some " + examples.member;
                    });
        }

        @Override
        public void members(Place place, Set<String> all) {
            // none
        }
    }

    /** One of some names. */
    record Choice(List<String> names) implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            if (!(value instanceof JsonString string) || !names.contains(string.getString())) {
                problems.accept(place.pointer(), "must be one of " + names);
            }
        }

        @Override
        public JsonValue example(Examples examples) {
            return Json.createValue(names.get(0));
        }

        @Override
        public void members(Place place, Set<String> all) {
            // none
        }
    }

    /** A number. */
    record Numeric(boolean whole, BigDecimal smallest, BigDecimal largest) implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            if (!(value instanceof JsonNumber number) || whole && !number.isIntegral()) {
                problems.accept(place.pointer(), whole ? "must be a whole number" : "must be a number");
            } else if (smallest != null && number.bigDecimalValue().compareTo(smallest) < 0
                    || largest != null && number.bigDecimalValue().compareTo(largest) > 0) {
                problems.accept(place.pointer(), "is out of range");
            }
        }

        @Override
        public JsonValue example(Examples examples) {
            if (!whole) {
                return Json.createValue(new BigDecimal("0.5"));
            }
            long value = smallest == null ? 42 : smallest.longValue() + 1;
            return Json.createValue(largest == null ? value : Math.min(value, largest.longValue()));
        }

        @Override
        public void members(Place place, Set<String> all) {
            // none
        }
    }

    /** True or false. */
    record Flag() implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                problems.accept(place.pointer(), "must be true or false");
            }
        }

        @Override
        public JsonValue example(Examples examples) {
            return JsonValue.TRUE;
        }

        @Override
        public void members(Place place, Set<String> all) {
            // none
        }
    }

    /** A list. */
    record Items(Schema item, int fewest, int most) implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            if (!(value instanceof JsonArray array)) {
                problems.accept(place.pointer(), "must be a list");
                return;
            }
            if (array.size() < fewest || array.size() > most) {
                problems.accept(place.pointer(), "has too few or too many items");
            }
            for (int i = 0; i < array.size(); i++) {
                item.check(array.get(i), place.item(i), problems, seen);
            }
        }

        @Override
        public JsonValue example(Examples examples) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            if (resolved(item) instanceof Union union) {
                union.kinds().forEach((name, kind) -> array.add(union.example(name, kind, examples)));
            } else {
                for (int i = 0; i < Math.max(1, fewest); i++) {
                    array.add(item.example(examples));
                }
            }
            return array.build();
        }

        private static Schema resolved(Schema schema) {
            return schema instanceof Named named ? resolved(named.schema()) : schema;
        }

        @Override
        public void members(Place place, Set<String> all) {
            item.members(place, all);
        }
    }

    /** An object. */
    record Members(Map<String, Schema> members, Set<String> required) implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            if (!(value instanceof JsonObject object)) {
                problems.accept(place.pointer(), "must be an object");
                return;
            }
            required.stream()
                    .filter(name -> !object.containsKey(name))
                    .forEach(name -> problems.accept(place.member(name).pointer(), "is missing"));
            object.forEach((name, member) -> {
                Place at = place.member(name);
                if (members.containsKey(name)) {
                    seen.add(at.path());
                    members.get(name).check(member, at, problems, seen);
                } else {
                    problems.accept(at.pointer(), "is not known");
                }
            });
        }

        @Override
        public JsonValue example(Examples examples) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            members.forEach((name, member) -> {
                if (!required.contains(name) && recursive(member, examples)) {
                    return;
                }
                examples.member = name;
                object.add(name, member.example(examples));
            });
            return object.build();
        }

        private static boolean recursive(Schema schema, Examples examples) {
            if (schema instanceof Items items) {
                return recursive(items.item(), examples);
            }
            if (schema instanceof Nullable nullable) {
                return recursive(nullable.schema(), examples);
            }
            return schema instanceof Named named
                    && (examples.within.contains(named.name()) || examples.within.size() > Examples.DEEPEST);
        }

        @Override
        public void members(Place place, Set<String> all) {
            members.forEach((name, member) -> {
                Place at = place.member(name);
                all.add(at.path());
                member.members(at, all);
            });
        }
    }

    /** A value that may be null. */
    record Nullable(Schema schema) implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            if (value != JsonValue.NULL) {
                schema.check(value, place, problems, seen);
            }
        }

        @Override
        public JsonValue example(Examples examples) {
            return schema.example(examples);
        }

        @Override
        public void members(Place place, Set<String> all) {
            schema.members(place, all);
        }
    }

    /** One of several forms. */
    record Either(List<Schema> forms) implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            boolean fits = forms.stream().anyMatch(form -> {
                List<String> wrong = new ArrayList<>();
                form.check(value, place, (pointer, what) -> wrong.add(what), seen);
                return wrong.isEmpty();
            });
            if (!fits) {
                problems.accept(place.pointer(), "has none of the forms it may have");
            }
        }

        @Override
        public JsonValue example(Examples examples) {
            return forms.get(forms.size() - 1).example(examples);
        }

        @Override
        public void members(Place place, Set<String> all) {
            forms.forEach(form -> form.members(place, all));
        }
    }

    /** One of several kinds of objects; a member names the kind. */
    record Union(String key, Map<String, Schema> kinds) implements Schema {
        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            if (value instanceof JsonObject object
                    && object.get(key) instanceof JsonString name
                    && kinds.containsKey(name.getString())) {
                kinds.get(name.getString()).check(value, place.kind(name.getString()), problems, seen);
            } else {
                problems.accept(place.member(key).pointer(), "must be one of " + kinds.keySet());
            }
        }

        @Override
        public JsonValue example(Examples examples) {
            Map.Entry<String, Schema> first = kinds.entrySet().iterator().next();
            return example(first.getKey(), first.getValue(), examples);
        }

        JsonValue example(String name, Schema kind, Examples examples) {
            return Json.createObjectBuilder(kind.example(examples).asJsonObject())
                    .add(key, name)
                    .build();
        }

        @Override
        public void members(Place place, Set<String> all) {
            kinds.forEach((name, kind) -> kind.members(place.kind(name), all));
        }
    }

    /** A type that several others use, by its name. */
    record Named(String name, Map<String, Schema> types) implements Schema {

        Schema schema() {
            return types.get(name);
        }

        @Override
        public void check(JsonValue value, Place place, BiConsumer<String, String> problems, Set<String> seen) {
            schema().check(value, place, problems, seen);
        }

        @Override
        public JsonValue example(Examples examples) {
            examples.within.push(name);
            try {
                return schema().example(examples);
            } finally {
                examples.within.pop();
            }
        }

        @Override
        public void members(Place place, Set<String> all) {
            schema().members(place, all);
        }
    }
}
