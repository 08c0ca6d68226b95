package io.github.frameiokit.client.model;

import java.util.List;

/**
 * A project that a search found.
 *
 * @param type its type
 * @param matches the reasons why it was found
 * @param result the project
 */
public record ProjectResult(String type, List<SearchMatch> matches, Project result) implements SearchResult {

    /** Checks that nothing is null, and copies the lists. */
    public ProjectResult {
        Checks.notNull(ProjectResult.class, type, matches, result);
        matches = Checks.copy("matches", matches);
    }

    @Override
    public String toString() {
        return "ProjectResult[" + type + "]";
    }
}
