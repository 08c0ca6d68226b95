package io.github.frameiokit.client.request;

import java.util.Map;

/** The reviewers to take from a share. Immutable. */
public final class ReviewerRemoval extends Draft {

    private ReviewerRemoval(Map<String, Object> members) {
        super(members);
    }

    /**
     * Names the reviewers.
     *
     * @param reviewers whom to take away, not null; without lists
     * @return the removal
     */
    public static ReviewerRemoval of(Reviewers reviewers) {
        return new ReviewerRemoval(Map.of("reviewers", given("reviewers", reviewers)));
    }
}
