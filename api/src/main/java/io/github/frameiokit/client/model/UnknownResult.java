package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * Something found of a kind that this version of the kit doesn't know.
 *
 * @param json all that Frame.io sent of it
 */
public record UnknownResult(JsonObject json) implements SearchResult {

    /** Checks that nothing is null. */
    public UnknownResult {
        Checks.notNull(UnknownResult.class, json);
    }

    /**
     * Of what kind it is.
     *
     * @return the name that Frame.io uses; empty if it names none
     */
    @Override
    public String type() {
        return new Sent(json).maybe("type").orElse("");
    }

    @Override
    public List<SearchMatch> matches() {
        return new Sent(json).matches();
    }

    @Override
    public String toString() {
        return "UnknownResult[" + type() + "]";
    }
}
