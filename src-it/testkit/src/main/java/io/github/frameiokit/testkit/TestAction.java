package io.github.frameiokit.testkit;

import static java.util.Objects.requireNonNull;

import io.github.frameiokit.ActionEvent;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;

/**
 * A step of an action for a test.
 *
 * @see FrameioEvents#action
 */
public final class TestAction extends TestEvent<TestAction> {

    private static final String RESOURCE = "resource";
    private static final String RESOURCES = "resources";
    private static final String DATA = "data";

    private TestAction(JsonObject payload, Sending sending) {
        super(payload, sending);
    }

    static TestAction of(String type) {
        return new TestAction(
                Json.createObjectBuilder()
                        .add("account_id", "6f70f1bd-7e89-4a7e-b4d3-7e576585a181")
                        .add("action_id", "ecd40785-4485-4f07-9d26-a006ea84efdf")
                        .add("interaction_id", UUID.randomUUID().toString())
                        .add("project", reference("7e46e495-4444-4555-8649-bee4d391a997"))
                        .add(RESOURCE, asset("file", UUID.randomUUID().toString()))
                        .add("type", type)
                        .add("user", reference(FakeIms.ADA.frameioId()))
                        .add("workspace", reference("378fcbf7-6f88-4224-8139-6a743ed940b2"))
                        .build(),
                Sending.PLAIN);
    }

    /**
     * This event for one selected asset.
     *
     * @param type the asset's type: {@code file}, {@code folder} or {@code version_stack}, not null
     * @param id the asset's id, not null
     * @return a new event
     * @see #and
     */
    public TestAction resource(String type, String id) {
        return without(RESOURCES).with(RESOURCE, asset(type, id));
    }

    /**
     * This event for one more selected asset.
     *
     * @param type the asset's type: {@code file}, {@code folder} or {@code version_stack}, not null
     * @param id the asset's id, not null
     * @return a new event
     */
    public TestAction and(String type, String id) {
        JsonArrayBuilder selected = Json.createArrayBuilder();
        event().resources().forEach(before -> selected.add(asset(before.type(), before.id())));
        return without(RESOURCE).with(RESOURCES, selected.add(asset(type, id)).build());
    }

    /**
     * This event as a step in which the user has submitted a form with this value. Values of the fields that were added
     * before stay.
     *
     * @param field the field's name, not null
     * @param value what the user typed or selected, not null
     * @return a new event
     */
    public TestAction data(String field, String value) {
        return data(field, Json.createValue(value));
    }

    /**
     * This event as a step in which the user has submitted a form with this checkbox.
     *
     * @param field the field's name, not null
     * @param value whether it is checked
     * @return a new event
     */
    public TestAction data(String field, boolean value) {
        return data(field, value ? JsonValue.TRUE : JsonValue.FALSE);
    }

    /**
     * This event as a step in which the user has submitted a form with this value.
     *
     * @param field the field's name, not null
     * @param value the value as Frame.io sends it, not null
     * @return a new event
     */
    public TestAction data(String field, JsonValue value) {
        JsonObject before = json().containsKey(DATA) ? json().getJsonObject(DATA) : JsonValue.EMPTY_JSON_OBJECT;
        return with(
                DATA,
                Json.createObjectBuilder(before)
                        .add(requireNonNull(field, "field"), requireNonNull(value, "value"))
                        .build());
    }

    /**
     * This event of another registered action.
     *
     * @param id the action's id, not null
     * @return a new event
     */
    public TestAction actionId(String id) {
        return with("action_id", Json.createValue(requireNonNull(id, "id")));
    }

    /**
     * This event as a step of another run.
     *
     * @param id the run's {@code interaction_id}, not null
     * @return a new event
     */
    public TestAction interactionId(String id) {
        return with("interaction_id", Json.createValue(requireNonNull(id, "id")));
    }

    @Override
    public TestAction account(String id) {
        return with("account_id", Json.createValue(requireNonNull(id, "id")));
    }

    @Override
    public ActionEvent event() {
        return ActionEvent.of(json(), time());
    }

    @Override
    TestAction copy(JsonObject changed, Sending other) {
        return new TestAction(changed, other);
    }
}
