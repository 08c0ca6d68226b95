package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * Why something was found. There are more than 30 kinds of match, each with members of its own; all of them are in
 * {@link #json()}.
 *
 * @param type the kind, such as {@code name_match}
 * @param terms the words that were found, for matches of texts
 * @param json all that Frame.io sent of it
 */
public record SearchMatch(String type, List<String> terms, JsonObject json) {

    /** Checks that nothing is null, and takes copies of the lists. */
    public SearchMatch {
        Checks.notNull(SearchMatch.class, type, terms, json);
        terms = Checks.copy("terms", terms);
    }

    @Override
    public String toString() {
        return "SearchMatch[" + type + "]";
    }
}
