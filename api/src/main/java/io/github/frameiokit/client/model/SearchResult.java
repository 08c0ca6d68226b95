package io.github.frameiokit.client.model;

import java.util.List;

/** A search result: an asset or a project. */
public sealed interface SearchResult permits AssetResult, ProjectResult, UnknownResult {
    /**
     * Its type, such as {@code file_result}.
     *
     * @return it
     */
    String type();

    /**
     * The reasons why it was found.
     *
     * @return it
     */
    List<SearchMatch> matches();
}
