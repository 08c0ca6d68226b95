package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.Sha256;
import java.util.Base64;

/** Proof Key for Code Exchange (RFC 7636). */
final class Pkce {

    private Pkce() {}

    /** The code verifier (RFC 7636, 4.1). It is derived from the browser's cookie, so that it need not be stored. */
    static String verifier(String browser) {
        return s256("code_verifier " + browser);
    }

    /** The S256 code challenge of a code verifier (RFC 7636, 4.2). */
    static String s256(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }
}
