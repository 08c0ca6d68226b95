package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of webhooks to list, and how. Immutable: every change gives a new one. */
public final class WebhookQuery extends PageQuery<WebhookQuery> {

    @QueryParam("include")
    private String include;

    @QueryParam("sort")
    private String sort;

    /** Asks for all of them, in Frame.io's own order. */
    public WebhookQuery() {}

    /**
     * What else Frame.io shall put into the answers.
     *
     * @param more constants of {@link Include}, or what Frame.io has added
     * @return a new query
     */
    public WebhookQuery include(String... more) {
        return with(query -> query.include = Include.of(more));
    }

    /**
     * In which order they come.
     *
     * @param order the order, not null
     * @return a new query
     */
    public WebhookQuery sort(Sort order) {
        return with(query -> query.sort = wireName(order));
    }

    /** The orders in which webhooks can come. */
    public enum Sort {
        /** {@code name_asc}. */
        NAME_ASC,
        /** {@code name_desc}. */
        NAME_DESC,
        /** {@code created_at_asc}. */
        CREATED_AT_ASC,
        /** {@code created_at_desc}. */
        CREATED_AT_DESC
    }
}
