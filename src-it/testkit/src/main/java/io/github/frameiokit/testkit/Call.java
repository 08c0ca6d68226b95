package io.github.frameiokit.testkit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call of an operation, and the form of its answer.
 *
 * @param userId the id of the user who calls
 */
record Call(Operation operation, Received request, String userId) {

    private static final int PAGE_SIZE = 50;
    /** Such a cursor has characters that a query can only have encoded. */
    private static final String CURSOR = "/+=&";

    String name() {
        return operation.name();
    }

    /** The value of a parameter of the path. */
    String path(String name) {
        String[] template = operation.template().split("/");
        int at = List.of(template).indexOf("{" + name + "}");
        return Wire.decode(request.path().split("/")[at]);
    }

    boolean hasPath(String name) {
        return operation.template().contains("{" + name + "}");
    }

    String query(String name) {
        return request.query().getOrDefault(name, "");
    }

    boolean includes(String what) {
        return List.of(query("include").split(",")).contains(what);
    }

    /** The members that were sent; none if there is no body. */
    JsonObject data() {
        return request.body()
                .map(body -> body.asJsonObject().getJsonObject("data"))
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The ids in a list that was sent. */
    List<String> ids(String member) {
        return data().getJsonArray(member).getValuesAs(JsonString::getString);
    }

    static JsonObject answer(JsonValue data) {
        return Json.createObjectBuilder().add("data", data).build();
    }

    /** The page of a list that was asked for, in the order that was asked for. */
    JsonObject page(List<JsonObject> items) {
        List<JsonObject> sorted = sorted(items);
        int from = from();
        int size = query("page_size").isEmpty() ? PAGE_SIZE : Integer.parseInt(query("page_size"));
        int to = Math.min(from + size, sorted.size());
        JsonArrayBuilder data = Json.createArrayBuilder();
        sorted.subList(Math.min(from, sorted.size()), to).forEach(data::add);
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("data", data)
                .add(
                        "links",
                        Json.createObjectBuilder()
                                .add("next", to < sorted.size() ? Json.createValue(next(to)) : JsonValue.NULL));
        answer.add(
                "total_count",
                query("include_total_count").equals("true") ? Json.createValue(sorted.size()) : JsonValue.NULL);
        return answer.build();
    }

    private int from() {
        String after = query("after");
        if (after.isEmpty()) {
            return 0;
        }
        if (!after.matches("\\d{1,9}" + Pattern.quote(CURSOR))) {
            throw new Refusal(422, "/after", "is no cursor of this list");
        }
        return Integer.parseInt(after.substring(0, after.indexOf('/')));
    }

    private String next(int from) {
        return request.path() + "?"
                + Stream.concat(
                                request.query().entrySet().stream()
                                        .filter(entry -> !entry.getKey().equals("after")),
                                Map.of("after", from + CURSOR).entrySet().stream())
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<JsonObject> sorted(List<JsonObject> items) {
        String sort = query("sort");
        boolean descending = sort.endsWith("_desc");
        if (!descending && !sort.endsWith("_asc")) {
            return items;
        }
        String member = sort.substring(0, sort.lastIndexOf('_'));
        Comparator<JsonObject> order = member.equals("file_size")
                ? Comparator.comparingLong(item ->
                        item.containsKey(member) ? item.getJsonNumber(member).longValue() : 0)
                : Comparator.comparing(item -> text(item, member), String.CASE_INSENSITIVE_ORDER);
        return items.stream().sorted(descending ? order.reversed() : order).toList();
    }

    /** The text to sort by. Members of a user are sorted by the user's. */
    private static String text(JsonObject item, String member) {
        JsonValue value = item.get(member);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonObject person) {
            return person.getString("name", "");
        }
        return value == null && item.get("user") instanceof JsonObject user ? user.getString(member, "") : "";
    }
}
