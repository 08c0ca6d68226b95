package io.github.frameiokit.client.request;

import java.util.Map;

/** An invitation to review a share. Immutable: every change gives a new one. */
public final class ReviewerInvitation extends Draft {

    private ReviewerInvitation(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param reviewers whom to invite, not null
     * @param message what the invitation says, not null
     * @return the invitation
     */
    public static ReviewerInvitation of(Reviewers reviewers, String message) {
        return new ReviewerInvitation(
                Map.of("reviewers", given("reviewers", reviewers), "message", given("message", message)));
    }

    /**
     * Whether they get an email.
     *
     * @param notifyByEmail whether
     * @return a new invitation
     */
    public ReviewerInvitation notifyByEmail(boolean notifyByEmail) {
        return new ReviewerInvitation(with("notify_by_email", notifyByEmail));
    }
}
