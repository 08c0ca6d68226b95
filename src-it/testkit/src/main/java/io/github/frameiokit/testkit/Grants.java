package io.github.frameiokit.testkit;

import io.github.frameiokit.testkit.FakeIms.User;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codes and tokens that were issued, and whether they are still valid. Thread-safe. */
final class Grants {

    private static final Duration CODE_LIFE = Duration.ofSeconds(60);
    private static final Duration REFRESH_LIFE = Duration.ofDays(14);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = new HashMap<>();
    private final Map<String, Access> accesses = new HashMap<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();
    private final List<Grant> all = new ArrayList<>();
    private final Set<String> secrets = new HashSet<>();
    private Duration passed = Duration.ZERO;
    private long expiresIn = 86_399;
    private boolean rotation = true;
    private boolean revokeAllOnReuse;
    private int issued;
    private int appTokens;

    /** What a user has allowed in one sign-in; all its tokens can be revoked at once. */
    static final class Grant {
        private final User user;
        private final Set<String> scopes;
        private boolean revoked;

        private Grant(User user, Set<String> scopes) {
            this.user = user;
            this.scopes = Set.copyOf(scopes);
        }

        User user() {
            return user;
        }

        Set<String> scopes() {
            return scopes;
        }
    }

    /**
     * What a code stands for.
     *
     * @param grant the sign-in
     * @param redirectUri where the code was sent
     * @param challenge what a verifier must match; empty if none was asked for
     * @param nonce for the id token; empty if there was none
     * @param until when it expires
     */
    record Code(
            Grant grant, String redirectUri, Optional<Challenge> challenge, Optional<String> nonce, Instant until) {}

    /**
     * What an access token stands for.
     *
     * @param grant the sign-in
     * @param scopes the token's own
     * @param until when it expires
     */
    record Access(Grant grant, Set<String> scopes, Instant until) {}

    private record Refresh(Grant grant, boolean used, Instant until) {}

    /**
     * What a refresh token was exchanged for.
     *
     * @param grant the sign-in
     * @param refreshToken the next one
     */
    record Refreshed(Grant grant, String refreshToken) {}

    synchronized String code(
            User user, Set<String> scopes, String redirectUri, Optional<Challenge> challenge, Optional<String> nonce) {
        String code = secret();
        Grant grant = grant(user, scopes);
        codes.put(code, new Code(grant, redirectUri, challenge, nonce, now().plus(CODE_LIFE)));
        return code;
    }

    /** A code can be used once, even if the request with it is rejected for another reason. */
    synchronized Optional<Code> redeem(String code) {
        return Optional.ofNullable(codes.remove(code)).filter(it -> !it.grant().revoked && now().isBefore(it.until()));
    }

    synchronized String access(Grant grant, Set<String> scopes) {
        issued++;
        return put(secret(), grant, scopes);
    }

    synchronized String appAccess(Set<String> scopes) {
        issued++;
        return put("app-token-" + ++appTokens, grant(FakeIms.SERVICE_ACCOUNT, scopes), scopes);
    }

    private String put(String token, Grant grant, Set<String> scopes) {
        accesses.put(token, new Access(grant, Set.copyOf(scopes), now().plusSeconds(expiresIn)));
        return noted(token);
    }

    synchronized Optional<Access> access(String token) {
        return Optional.ofNullable(accesses.get(token)).filter(it -> !it.grant().revoked && now().isBefore(it.until()));
    }

    synchronized String refresh(Grant grant) {
        String token = secret();
        refreshes.put(token, new Refresh(grant, false, now().plus(REFRESH_LIFE)));
        return token;
    }

    synchronized Optional<Refreshed> redeemRefreshToken(String token) {
        Refresh refresh = refreshes.get(token);
        if (refresh == null || refresh.grant().revoked || !now().isBefore(refresh.until())) {
            return Optional.empty();
        }
        if (refresh.used()) {
            refresh.grant().revoked = revokeAllOnReuse;
            return Optional.empty();
        }
        if (!rotation) {
            return Optional.of(new Refreshed(refresh.grant(), token));
        }
        refreshes.put(token, new Refresh(refresh.grant(), true, refresh.until()));
        return Optional.of(new Refreshed(refresh.grant(), refresh(refresh.grant())));
    }

    /** Revoking a refresh token revokes all tokens of its sign-in (RFC 7009, 2.1). */
    synchronized void revoke(String token) {
        accesses.remove(token);
        Optional.ofNullable(refreshes.remove(token)).ifPresent(refresh -> refresh.grant().revoked = true);
    }

    synchronized void revoke(User user) {
        all.stream().filter(grant -> grant.user.equals(user)).forEach(grant -> grant.revoked = true);
    }

    synchronized void expireAccessTokens() {
        accesses.clear();
    }

    synchronized void pass(Duration time) {
        passed = passed.plus(time);
    }

    synchronized void rotate(boolean on) {
        rotation = on;
    }

    synchronized void revokeAllOnReuse(boolean on) {
        revokeAllOnReuse = on;
    }

    synchronized void expiresIn(long seconds) {
        expiresIn = seconds;
    }

    synchronized long expiresIn() {
        return expiresIn;
    }

    synchronized int issued() {
        return issued;
    }

    synchronized Instant now() {
        return Instant.now().plus(passed);
    }

    private Grant grant(User user, Set<String> scopes) {
        Grant grant = new Grant(user, scopes);
        all.add(grant);
        return grant;
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return noted(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Remembers a secret, which belongs in no log. */
    synchronized String noted(String secret) {
        secrets.add(secret);
        return secret;
    }

    synchronized Set<String> secrets() {
        return Set.copyOf(secrets);
    }
}
