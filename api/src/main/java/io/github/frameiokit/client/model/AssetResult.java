package io.github.frameiokit.client.model;

import java.util.List;

/**
 * An asset that a search found.
 *
 * @param type of what kind it is, such as {@code file_result}
 * @param matches why it was found
 * @param result the asset
 */
public record AssetResult(String type, List<SearchMatch> matches, Asset result) implements SearchResult {

    /** Takes copies of the lists. */
    public AssetResult {
        matches = List.copyOf(matches);
    }

    @Override
    public String toString() {
        return "AssetResult[" + type + "]";
    }
}
