package io.github.frameiokit.client.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What to search for. Immutable: every change gives a new one. */
public final class SearchRequest extends Draft {

    private static final int LONGEST = 1000;

    private SearchRequest(Map<String, Object> members) {
        super(members);
    }

    /** How the words are understood. */
    public enum Engine {
        /** As they stand. */
        LEXICAL,
        /** As natural language. */
        NLP
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param query the words, not blank, at most 1000 characters
     * @param engine how they are understood, not null
     * @return the request
     * @throws IllegalArgumentException if the words are blank or too long
     */
    public static SearchRequest of(String query, Engine engine) {
        return new SearchRequest(
                Map.of("query", text("query", query, LONGEST), "engine", PageQuery.wireName(given("engine", engine))));
    }

    /**
     * Whether files and version stacks are looked for.
     *
     * @param wanted whether
     * @return a new request
     */
    public SearchRequest filesAndVersionStacks(boolean wanted) {
        return filter("files_and_version_stacks", wanted);
    }

    /**
     * Whether folders are looked for.
     *
     * @param wanted whether
     * @return a new request
     */
    public SearchRequest folders(boolean wanted) {
        return filter("folders", wanted);
    }

    /**
     * Whether projects are looked for.
     *
     * @param wanted whether
     * @return a new request
     */
    public SearchRequest projects(boolean wanted) {
        return filter("projects", wanted);
    }

    private SearchRequest filter(String kind, boolean wanted) {
        Map<String, Object> filters = new LinkedHashMap<>();
        if (members().get("filters") instanceof Map<?, ?> before) {
            before.forEach((name, value) -> filters.put((String) name, value));
        }
        filters.put(kind, wanted);
        return new SearchRequest(with("filters", Collections.unmodifiableMap(filters)));
    }
}
