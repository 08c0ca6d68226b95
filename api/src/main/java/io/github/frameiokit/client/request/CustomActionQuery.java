package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of custom actions to list, and how. Immutable: every change gives a new one. */
public final class CustomActionQuery extends PageQuery<CustomActionQuery> {

    @QueryParam("include")
    private String include;

    /** Asks for all of them, in Frame.io's own order. */
    public CustomActionQuery() {}

    /**
     * What else Frame.io shall put into the answers.
     *
     * @param more constants of {@link Include}, or what Frame.io has added
     * @return a new query
     */
    public CustomActionQuery include(String... more) {
        return with(query -> query.include = Include.of(more));
    }
}
