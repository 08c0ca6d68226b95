package io.github.frameiokit.client.model;

import java.util.List;

/**
 * An asset that a search found.
 *
 * @param type its type, such as {@code file_result}
 * @param matches the reasons why it was found
 * @param result the asset
 */
public record AssetResult(String type, List<SearchMatch> matches, Asset result) implements SearchResult {

    /** Checks that nothing is null, and copies the lists. */
    public AssetResult {
        Checks.notNull(AssetResult.class, type, matches, result);
        matches = Checks.copy("matches", matches);
    }

    @Override
    public String toString() {
        return "AssetResult[" + type + "]";
    }
}
