package io.github.frameiokit.client.request;

import java.util.Map;

/** The reviewers of a share, by one or more kinds of identifier; each kind holds from 1 to 10. Immutable. */
public final class Reviewers extends RequestParameters<Reviewers> {

    private Reviewers() {}

    /**
     * Reviewers by their email addresses.
     *
     * @param emails the email addresses, from 1 to 10, none blank
     * @return the reviewers
     * @throws IllegalArgumentException if there are none or more than 10, or if one is blank
     */
    public static Reviewers emails(String... emails) {
        return new Reviewers().setList("emails", 1, 10, emails);
    }

    /**
     * Reviewers by their ids at Frame.io.
     *
     * @param userIds the ids, from 1 to 10, none blank
     * @return the reviewers
     * @throws IllegalArgumentException if there are none or more than 10, or if one is blank
     */
    public static Reviewers users(String... userIds) {
        return new Reviewers().setList("user_ids", 1, 10, userIds);
    }

    /**
     * Reviewers by their ids at Adobe.
     *
     * @param adobeUserIds the ids, from 1 to 10, none blank
     * @return the reviewers
     * @throws IllegalArgumentException if there are none or more than 10, or if one is blank
     */
    public static Reviewers adobeUsers(String... adobeUserIds) {
        return new Reviewers().setList("adobe_user_ids", 1, 10, adobeUserIds);
    }

    /**
     * All reviewers in lists; for invitations only.
     *
     * @param shareListIds the ids of the lists, from 1 to 10, none blank
     * @return the reviewers
     * @throws IllegalArgumentException if there are none or more than 10, or if one is blank
     */
    public static Reviewers shareLists(String... shareListIds) {
        return new Reviewers().setList("share_list_ids", 1, 10, shareListIds);
    }

    /**
     * Adds other reviewers.
     *
     * @param others reviewers of other kinds than these, not null
     * @return all of them
     * @throws IllegalArgumentException if both hold reviewers of the same kind
     */
    public Reviewers and(Reviewers others) {
        Reviewers all = this;
        for (Map.Entry<String, Object> kind :
                Require.given("others", others).parameters().entrySet()) {
            if (parameters().containsKey(kind.getKey())) {
                throw new IllegalArgumentException("'" + kind.getKey() + "' is there twice; name them in one call.");
            }
            all = all.set(kind.getKey(), kind.getValue());
        }
        return all;
    }
}
