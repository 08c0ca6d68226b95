package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * Something found of a kind that this version of the kit doesn't know.
 *
 * @param type of what kind it is
 * @param matches why it was found
 * @param json all that Frame.io sent of it
 */
public record UnknownResult(String type, List<SearchMatch> matches, JsonObject json) implements SearchResult {

    /** Takes copies of the lists. */
    public UnknownResult {
        matches = List.copyOf(matches);
    }

    @Override
    public String toString() {
        return "UnknownResult[" + type + "]";
    }
}
