package io.github.frameiokit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An action: a user ran a custom action, or submitted a form that it returned. All steps of one run have the same
 * {@link #interactionId()}.
 *
 * @see FrameioEvent which parts may be absent
 * @see Action how to handle an action
 */
public final class ActionEvent extends FrameioEvent {

    private final List<Resource> resources;
    private final Optional<String> actionId;
    private final Optional<String> interactionId;
    private final Optional<FormData> data;

    private ActionEvent(JsonObject json, Instant timestamp, Optional<Delivery> delivery) {
        super(json, timestamp, delivery);
        Optional<Resource> single = Payload.resource(json);
        List<Resource> several = Payload.resources(json);
        resources = several.isEmpty() ? single.map(List::of).orElse(List.of()) : several;
        actionId = Payload.string(json, "action_id");
        interactionId = Payload.string(json, "interaction_id");
        data = Payload.object(json, "data").filter(values -> !values.isEmpty()).map(FormData::of);
    }

    /**
     * Reads an event from its payload. The kit does this with each verified request; tests of handlers can, too.
     *
     * @param json the payload, not null
     * @param timestamp the time when Frame.io sent it, not null
     * @return the event
     * @throws IllegalArgumentException if {@code type} is missing, or {@code account_id} and {@code account} differ;
     *     the message is one sentence without any value of the payload
     */
    public static ActionEvent of(JsonObject json, Instant timestamp) {
        return new ActionEvent(json, timestamp, Optional.empty());
    }

    /**
     * Reads an event that a durable queue delivers. The kit does this; tests of handlers can, too.
     *
     * @param json the payload, not null
     * @param timestamp the time when Frame.io sent it, not null
     * @param delivery how it is delivered, not null
     * @return the event
     * @throws IllegalArgumentException if {@code type} is missing, or {@code account_id} and {@code account} differ;
     *     the message is one sentence without any value of the payload
     */
    public static ActionEvent of(JsonObject json, Instant timestamp, Delivery delivery) {
        return new ActionEvent(json, timestamp, Optional.of(Objects.requireNonNull(delivery, "delivery")));
    }

    /**
     * The id of the action, which Frame.io assigned at registration.
     *
     * @return the id, or empty
     */
    public Optional<String> actionId() {
        return actionId;
    }

    /**
     * The id of this run of the action. It stays the same from the first call through every form.
     *
     * @return the id, or empty
     */
    public Optional<String> interactionId() {
        return interactionId;
    }

    /**
     * All assets that the action was run on: up to 100, of mixed types. A payload has {@code resource},
     * {@code resources}, or both. If it has both, {@code resources} is the selection.
     *
     * @return the assets in Frame.io's order, unmodifiable; assets without an id are left out; empty if Frame.io names
     *     no asset, as may happen when a form is submitted
     */
    public List<Resource> resources() {
        return resources;
    }

    /**
     * The first of {@link #resources()}.
     *
     * @return the asset, or empty
     */
    public Optional<Resource> resource() {
        return resources.stream().findFirst();
    }

    /**
     * The id of the first asset.
     *
     * @return the id; empty if Frame.io names no asset, as may happen when a form is submitted
     */
    public Optional<String> resourceId() {
        return resource().map(Resource::id);
    }

    /**
     * The values that the user submitted with the form.
     *
     * @return the values; empty on the first call, and if Frame.io sends an empty object
     */
    public Optional<FormData> data() {
        return data;
    }

    /**
     * The values that the user submitted with the form, as a record or bean of the app. {@link FormData#as} describes
     * how they are bound.
     *
     * @param type a record, or a public class that JSON-B can create, not null
     * @param <T> that type
     * @return the values; empty if {@link #data()} is empty
     * @throws FormDataException if a value doesn't fit its component or property
     * @throws IllegalArgumentException if JSON-B can't create such an object, whatever the values
     * @throws IllegalStateException if the app doesn't have JSON-B
     */
    public <T> Optional<T> data(Class<T> type) {
        Objects.requireNonNull(type, "type");
        return data.map(values -> values.as(type));
    }

    @Override
    public String toString() {
        String described = Payload.describe("action", this, resource());
        return interactionId
                .map(id ->
                        described.substring(0, described.length() - 1) + " interaction=" + Payload.loggable(id) + "]")
                .orElse(described);
    }
}
