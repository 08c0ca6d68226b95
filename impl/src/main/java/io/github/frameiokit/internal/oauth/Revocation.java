package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.ims.Ims;
import java.util.function.Supplier;

/** Hands tokens that are no longer wanted back to Adobe (RFC 7009). */
final class Revocation {

    private static final System.Logger LOG = System.getLogger(Revocation.class.getName());

    private final OAuthConfig config;
    private final Supplier<Ims> ims;

    Revocation(OAuthConfig config, Supplier<Ims> ims) {
        this.config = config;
        this.ims = ims;
    }

    void revoke(Ims.TokenResponse response) {
        revoke(response.refreshToken().orElse(response.accessToken()));
    }

    void revoke(Authorization authorization) {
        revoke(authorization.refreshToken().orElse(authorization.accessToken()));
    }

    void revoke(String token) {
        try {
            ims.get().revoke(config.client(), token);
        } catch (FrameioApiException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A token could not be revoked at Adobe and stays good until it expires: " + e.getMessage());
        }
    }
}
