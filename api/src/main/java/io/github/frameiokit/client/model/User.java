package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * A user. Someone who was invited and hasn't joined yet has only an email address.
 *
 * @param id the id; empty for someone who hasn't joined yet
 * @param email the email address
 * @param name the name
 * @param avatarUrl the URL of a picture
 * @param active whether the user is active
 * @param adobeUserId the id at Adobe
 */
public record User(
        Optional<String> id,
        String email,
        Optional<String> name,
        Optional<String> avatarUrl,
        Optional<Boolean> active,
        Optional<String> adobeUserId) {

    /** Checks that nothing is null. */
    public User {
        Checks.notNull(User.class, id, email, name, avatarUrl, active, adobeUserId);
    }

    @Override
    public String toString() {
        return "User[" + id.orElse("") + "]";
    }
}
