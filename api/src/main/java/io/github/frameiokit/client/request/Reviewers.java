package io.github.frameiokit.client.request;

import java.util.Map;

/** The reviewers of a share, by what is known of them; each kind holds 1 to 10. Immutable. */
public final class Reviewers extends Draft {

    private static final int MOST = 10;

    private Reviewers(Map<String, Object> members) {
        super(members);
    }

    /**
     * Reviewers by their email addresses.
     *
     * @param emails 1 to 10 addresses
     * @return the reviewers
     * @throws IllegalArgumentException if there are none, or more than 10
     */
    public static Reviewers emails(String... emails) {
        return new Reviewers(Map.of("emails", list("emails", 1, MOST, emails)));
    }

    /**
     * Reviewers by their ids at Frame.io.
     *
     * @param userIds 1 to 10 ids
     * @return the reviewers
     * @throws IllegalArgumentException if there are none, or more than 10
     */
    public static Reviewers users(String... userIds) {
        return new Reviewers(Map.of("user_ids", list("user_ids", 1, MOST, userIds)));
    }

    /**
     * Reviewers by their ids at Adobe.
     *
     * @param adobeUserIds 1 to 10 ids
     * @return the reviewers
     * @throws IllegalArgumentException if there are none, or more than 10
     */
    public static Reviewers adobeUsers(String... adobeUserIds) {
        return new Reviewers(Map.of("adobe_user_ids", list("adobe_user_ids", 1, MOST, adobeUserIds)));
    }

    /**
     * All reviewers of lists; for invitations only.
     *
     * @param shareListIds the ids of 1 to 10 lists
     * @return the reviewers
     * @throws IllegalArgumentException if there are none, or more than 10
     */
    public static Reviewers shareLists(String... shareListIds) {
        return new Reviewers(Map.of("share_list_ids", list("share_list_ids", 1, MOST, shareListIds)));
    }

    /**
     * These and others.
     *
     * @param others the others, of other kinds than these, not null
     * @return all of them
     * @throws IllegalArgumentException if both have some of one kind
     */
    public Reviewers and(Reviewers others) {
        Reviewers all = this;
        for (Map.Entry<String, Object> kind : given("others", others).members().entrySet()) {
            if (all.members().containsKey(kind.getKey())) {
                throw new IllegalArgumentException("'" + kind.getKey() + "' is there twice; name them in one call.");
            }
            all = new Reviewers(all.with(kind.getKey(), kind.getValue()));
        }
        return all;
    }
}
