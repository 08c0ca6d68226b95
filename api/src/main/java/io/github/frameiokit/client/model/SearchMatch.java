package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * A reason why something was found. Frame.io has more than 30 types of match, each with its own members, which
 * {@link #json()} holds.
 *
 * @param type the kind, such as {@code name_match}
 * @param terms the words that were found; only for matches in texts
 * @param json everything that Frame.io sent about it
 */
public record SearchMatch(String type, List<String> terms, JsonObject json) {

    /** Checks that nothing is null, and copies the lists. */
    public SearchMatch {
        Checks.notNull(SearchMatch.class, type, terms, json);
        terms = Checks.copy("terms", terms);
    }

    @Override
    public String toString() {
        return "SearchMatch[" + type + "]";
    }
}
