package io.github.frameiokit.internal.ims;

import java.util.regex.Pattern;

/** A token that the app has passed in; it is never refreshed. */
public final class FixedToken implements Credentials {

    /** RFC 6750, 2.1. Other characters could end the header and begin another. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");

    private final String token;

    /**
     * Creates credentials for a token.
     *
     * @throws IllegalArgumentException if it can't be an access token
     */
    public FixedToken(String token) {
        if (!isToken(token)) {
            throw new IllegalArgumentException(
                    "The access token is blank, or has a character that no token has (RFC 6750, 2.1).");
        }
        this.token = token;
    }

    static boolean isToken(String token) {
        return TOKEN.matcher(token).matches();
    }

    @Override
    public String token() {
        return token;
    }
}
