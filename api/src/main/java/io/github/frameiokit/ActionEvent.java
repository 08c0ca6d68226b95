package io.github.frameiokit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user ran a custom action, or submitted a form that the action answered with. All steps of one run have the same
 * {@link #interactionId()}.
 *
 * @see FrameioEvent the policy for what may be absent
 * @see Action how to handle one
 */
public final class ActionEvent extends FrameioEvent {

    private final List<Resource> resources;
    private final Optional<String> actionId;
    private final Optional<String> interactionId;
    private final Optional<FormData> data;

    private ActionEvent(JsonObject json, Instant timestamp) {
        super(json, timestamp);
        Optional<Resource> single = Payload.resource(json);
        List<Resource> several = Payload.resources(json);
        resources = several.isEmpty() ? single.map(List::of).orElse(List.of()) : several;
        actionId = Payload.string(json, "action_id");
        interactionId = Payload.string(json, "interaction_id");
        data = Payload.object(json, "data").filter(values -> !values.isEmpty()).map(FormData::of);
    }

    /**
     * Reads an event from its payload, as the kit does with a verified request and as a test of a handler may.
     *
     * @param json the payload, not null
     * @param timestamp when it was sent, not null
     * @return the event
     * @throws IllegalArgumentException if {@code type} is missing, or {@code account_id} and {@code account} are
     *     different accounts; the message is one sentence without any value of the payload
     */
    public static ActionEvent of(JsonObject json, Instant timestamp) {
        return new ActionEvent(json, timestamp);
    }

    /**
     * The id Frame.io gave the registered action.
     *
     * @return the id, or empty
     */
    public Optional<String> actionId() {
        return actionId;
    }

    /**
     * The id of this run of the action, the same from the first call through every form.
     *
     * @return the id, or empty
     */
    public Optional<String> interactionId() {
        return interactionId;
    }

    /**
     * All assets the action was run on, up to 100 of mixed types. The wire has {@code resource}, {@code resources}, or
     * both; where both are there, {@code resources} is the selection.
     *
     * @return the assets in Frame.io's order, unmodifiable, without any that has no id; empty where Frame.io names
     *     none, as on a form's submission
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
     * The id of {@link #resource()}, the first of the assets.
     *
     * @return the id; empty where Frame.io names no asset, as it may on a form's submission
     */
    public Optional<String> resourceId() {
        return resource().map(Resource::id);
    }

    /**
     * The submitted values of the form.
     *
     * @return the values; empty on the first call, and where Frame.io sends an empty object
     */
    public Optional<FormData> data() {
        return data;
    }

    /**
     * The submitted values of the form in a record or bean of the app's, as {@link FormData#as} binds them.
     *
     * @param type a record, or a public class that JSON Binding can make, not null
     * @param <T> that type
     * @return the values; empty where {@link #data()} is
     * @throws FormDataException if a value doesn't fit its component or property
     * @throws IllegalStateException if the app has no JSON Binding
     */
    public <T> Optional<T> data(Class<T> type) {
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
