package io.github.frameiokit.client.request;

/** An invitation to review a share. Immutable: each method returns a copy. */
public final class ReviewerInvitation extends RequestParameters<ReviewerInvitation> {

    private ReviewerInvitation() {}

    /**
     * Creates an invitation.
     *
     * @param reviewers the reviewers to invite, not null
     * @param message the text of the invitation, not null
     * @return the invitation
     */
    public static ReviewerInvitation of(Reviewers reviewers, String message) {
        return new ReviewerInvitation().setGiven("reviewers", reviewers).setGiven("message", message);
    }

    /**
     * Sets whether the reviewers get an email.
     *
     * @param notifyByEmail true if they get one
     * @return a copy with this change
     */
    public ReviewerInvitation notifyByEmail(boolean notifyByEmail) {
        return set("notify_by_email", notifyByEmail);
    }
}
