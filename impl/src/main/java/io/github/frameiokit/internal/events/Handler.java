package io.github.frameiokit.internal.events;

import io.github.frameiokit.Resource;
import io.github.frameiokit.ResourceType;
import java.util.List;
import java.util.Set;

/**
 * An observer method that handles events.
 *
 * @param kind of which kind the events are
 * @param method class and method, for logs and problems
 * @param types the types, families or {@code "*"} it handles; for an action just one type
 * @param title what messages about an action are titled with
 * @param on the resource types an action is for; empty for all
 * @param userAuth whether an action runs only for users who have authorized the app
 * @param secret the property that it names for its secrets, or empty
 */
public record Handler(
        Kind kind,
        String method,
        List<String> types,
        String title,
        Set<ResourceType> on,
        boolean userAuth,
        String secret) {

    private static final String ALL = "*";
    private static final String FAMILY_SUFFIX = ".*";

    /** Whether it handles events of this type. */
    public boolean handles(String type) {
        for (String pattern : types) {
            if (matches(pattern, type)) {
                return true;
            }
        }
        return false;
    }

    boolean takes(Kind wanted, String type) {
        return kind == wanted && handles(type);
    }

    /** Whether the action is for all of these. */
    public boolean isFor(List<Resource> resources) {
        return on.isEmpty()
                || resources.stream().allMatch(resource -> on.stream().anyMatch(resource::is));
    }

    /** Whether some type could be handled by both. */
    public boolean overlaps(Handler other) {
        return types.stream()
                .anyMatch(mine -> other.types.stream().anyMatch(its -> matches(mine, its) || matches(its, mine)));
    }

    static boolean matches(String pattern, String type) {
        if (pattern.endsWith(FAMILY_SUFFIX)) {
            return type.regionMatches(0, pattern, 0, pattern.length() - 1);
        }
        return pattern.equals(ALL) || pattern.equals(type);
    }
}
