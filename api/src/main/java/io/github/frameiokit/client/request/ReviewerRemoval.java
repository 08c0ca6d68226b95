package io.github.frameiokit.client.request;

/** Reviewers to remove from a share. Immutable. */
public final class ReviewerRemoval extends RequestParameters<ReviewerRemoval> {

    private ReviewerRemoval() {}

    /**
     * Creates a removal.
     *
     * @param reviewers the reviewers, without lists, not null
     * @return the removal
     */
    public static ReviewerRemoval of(Reviewers reviewers) {
        return new ReviewerRemoval().setGiven("reviewers", reviewers);
    }
}
