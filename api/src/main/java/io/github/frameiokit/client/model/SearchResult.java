package io.github.frameiokit.client.model;

import java.util.List;

/** What a search found: an asset or a project. */
public sealed interface SearchResult permits AssetResult, ProjectResult, UnknownResult {
    /**
     * Of what kind it is, such as {@code file_result}.
     *
     * @return it
     */
    String type();

    /**
     * Why it was found.
     *
     * @return it
     */
    List<SearchMatch> matches();
}
