package io.github.frameiokit.internal.events;

import io.github.frameiokit.Resource;
import io.github.frameiokit.ResourceType;
import java.util.List;
import java.util.Set;

/**
 * An observer method that handles an action.
 *
 * @param type the action's type
 * @param title the title of messages about the action
 * @param description what the action does, or empty
 * @param on the resource types that the action is for; empty for all
 * @param userAuth whether the action runs only for users who have authorized the app
 */
public record ActionHandler(
        Id id,
        String type,
        String title,
        String description,
        Set<ResourceType> on,
        boolean userAuth,
        boolean async,
        String secret)
        implements Handler {

    public ActionHandler {
        on = Set.copyOf(on);
    }

    /** Cheap, since each event looks up its handlers. */
    @Override
    public int hashCode() {
        return id.method().hashCode();
    }

    @Override
    public Kind kind() {
        return Kind.ACTION;
    }

    @Override
    public List<String> types() {
        return List.of(type);
    }

    /** Whether the action is for all of these. */
    boolean isFor(List<Resource> resources) {
        return on.isEmpty()
                || resources.stream().allMatch(resource -> on.stream().anyMatch(resource::is));
    }
}
