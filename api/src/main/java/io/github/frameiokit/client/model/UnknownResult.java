package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * A search result of a type that this version of the kit doesn't know.
 *
 * @param json everything that Frame.io sent about it
 */
public record UnknownResult(JsonObject json) implements SearchResult {

    /** Checks that nothing is null. */
    public UnknownResult {
        Checks.notNull(UnknownResult.class, json);
    }

    /**
     * Its type.
     *
     * @return the type's name at Frame.io; empty if Frame.io sent none
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
