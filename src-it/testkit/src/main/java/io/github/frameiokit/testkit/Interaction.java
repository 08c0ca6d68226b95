package io.github.frameiokit.testkit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * One step of a run of a custom action: what was sent to the app, and what it answered. {@link World#run} does the
 * first step, and {@link #submit} the next one. Immutable and thread-safe.
 */
public final class Interaction {

    private final String id;
    private final JsonObject request;
    private final int status;
    private final String problem;
    private final Optional<JsonObject> answer;
    private final Function<JsonObject, Interaction> next;

    Interaction(
            String id,
            JsonObject request,
            int status,
            String problem,
            Optional<JsonObject> answer,
            Function<JsonObject, Interaction> next) {
        this.id = id;
        this.request = request;
        this.status = status;
        this.problem = problem;
        this.answer = answer;
        this.next = next;
    }

    /**
     * The {@code interaction_id}, the same for all steps of a run.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * What was sent to the app.
     *
     * @return the JSON
     */
    public JsonObject request() {
        return request;
    }

    /**
     * The status of the app's answer.
     *
     * @return the HTTP status; 0 if there was no answer in time
     */
    public int status() {
        return status;
    }

    /**
     * Why there was no answer, or none that Frame.io could show.
     *
     * @return the problem; empty if there was none
     */
    public String problem() {
        return problem;
    }

    /**
     * What the user would see.
     *
     * @return the JSON of a message or a form; empty if the app answered without one, or there is a problem
     */
    public Optional<JsonObject> answer() {
        return answer;
    }

    /**
     * The fields of the form that the app answered with.
     *
     * @return their JSON, in order; none if the answer is no form
     */
    public List<JsonObject> fields() {
        return answer.map(form -> form.getOrDefault("fields", JsonValue.EMPTY_JSON_ARRAY))
                .filter(fields -> fields.getValueType() == JsonValue.ValueType.ARRAY)
                .map(fields -> fields.asJsonArray().getValuesAs(JsonObject.class))
                .orElse(List.of());
    }

    /**
     * Fills in the form and submits it. As in Frame.io, the request has every field of the form: those that the map
     * lacks have the values that the form showed.
     *
     * @param values the values by the names of their fields: texts, booleans, or lists of texts
     * @return the next step
     * @throws IllegalStateException if the answer is no form
     * @throws IllegalArgumentException if the form has no field of such a name
     */
    public Interaction submit(Map<String, ?> values) {
        if (fields().isEmpty()) {
            throw new IllegalStateException("The app's answer is no form, so nothing can be submitted.");
        }
        JsonObjectBuilder data = Json.createObjectBuilder();
        fields().forEach(field -> data.add(field.getString("name"), field.getOrDefault("value", JsonValue.NULL)));
        JsonObject sent = Json.createObjectBuilder(values).build();
        sent.forEach((name, value) -> {
            if (fields().stream().noneMatch(field -> Objects.equals(field.getString("name"), name))) {
                throw new IllegalArgumentException("The form has no field '" + name + "'.");
            }
            data.add(name, value);
        });
        return next.apply(data.build());
    }

    /** The form's title or the message's; without its values. */
    @Override
    public String toString() {
        return "Interaction[" + id + ", " + status + ", "
                + answer.map(it -> it.getString("title", "")).orElse(problem) + "]";
    }
}
