package io.github.frameiokit.client.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What to search for. Immutable: each method returns a copy. */
public final class SearchRequest extends RequestParameters<SearchRequest> {

    private SearchRequest() {}

    /** How Frame.io reads the words. */
    public enum Engine {
        /** As literal words. */
        LEXICAL,
        /** As natural language. */
        NLP
    }

    /**
     * Creates a search.
     *
     * @param query the words, not blank, at most 1,000 characters
     * @param engine how Frame.io reads them, not null
     * @return the request
     * @throws IllegalArgumentException if the words are null, blank or longer than 1,000 characters
     */
    public static SearchRequest of(String query, Engine engine) {
        return new SearchRequest().setText("query", query, 1000).setGiven("engine", engine);
    }

    /**
     * Sets whether the search finds files and version stacks.
     *
     * @param wanted true if it does
     * @return a copy with this change
     */
    public SearchRequest filesAndVersionStacks(boolean wanted) {
        return filter("files_and_version_stacks", wanted);
    }

    /**
     * Sets whether the search finds folders.
     *
     * @param wanted true if it does
     * @return a copy with this change
     */
    public SearchRequest folders(boolean wanted) {
        return filter("folders", wanted);
    }

    /**
     * Sets whether the search finds projects.
     *
     * @param wanted true if it does
     * @return a copy with this change
     */
    public SearchRequest projects(boolean wanted) {
        return filter("projects", wanted);
    }

    private SearchRequest filter(String kind, boolean wanted) {
        Map<String, Object> filters = new LinkedHashMap<>();
        if (parameters().get("filters") instanceof Map<?, ?> before) {
            before.forEach((name, value) -> filters.put((String) name, value));
        }
        filters.put(kind, wanted);
        return set("filters", Collections.unmodifiableMap(filters));
    }

    /** Frame.io's search is its only operation whose parameters are the body itself. */
    @Override
    protected Map<String, Object> body() {
        return parameters();
    }
}
