package io.github.frameiokit.testkit;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Issues tokens to apps, and revokes them. */
final class TokenEndpoint {

    private final Grants grants;
    private final IdTokens idTokens;
    private volatile boolean separateClients;

    TokenEndpoint(Grants grants, IdTokens idTokens) {
        this.grants = grants;
        this.idTokens = idTokens;
    }

    void separateClients(boolean separate) {
        separateClients = separate;
    }

    Scripted issue(ImsRequest request) {
        Client client = Client.of(request);
        Optional<Scripted> refusal = client.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Map<String, String> form = request.form();
        String grantType = form.getOrDefault("grant_type", "");
        if (!isAllowed(client, grantType)) {
            return Scripted.oauthError(400, "unauthorized_client", "the client may not use this grant_type");
        }
        return switch (grantType) {
            case "authorization_code" -> forCode(form);
            case "refresh_token" -> forRefreshToken(form);
            case "client_credentials" ->
                success(answer(grants.appAccess(SignIn.scopes(form.getOrDefault("scope", "")))));
            default -> Scripted.oauthError(400, "unsupported_grant_type", "invalid grant_type parameter");
        };
    }

    /** An app's own tokens, or those of users. */
    private boolean isAllowed(Client client, String grantType) {
        boolean forItself = grantType.equals("client_credentials");
        return FakeIms.SERVER_CLIENT_ID.equals(client.id()) ? forItself : !forItself || !separateClients;
    }

    Scripted revoke(ImsRequest request) {
        Optional<Scripted> refusal = Client.of(request).refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!request.form().containsKey("token")) {
            return Scripted.oauthError(400, "invalid_request", "no token parameter");
        }
        grants.revoke(request.form().get("token"));
        return new Scripted(200, Map.of(), "");
    }

    Scripted keys() {
        return success(idTokens.keys());
    }

    private Scripted forCode(Map<String, String> form) {
        Optional<Grants.Code> redeemed = grants.redeem(form.getOrDefault("code", ""));
        if (redeemed.isEmpty()) {
            return Scripted.oauthError(400, "invalid_grant", "invalid code parameter");
        }
        Grants.Code code = redeemed.get();
        if (!form.getOrDefault("redirect_uri", code.redirectUri()).equals(code.redirectUri())) {
            return Scripted.oauthError(400, "invalid_grant", "invalid redirect_uri parameter");
        }
        // a verifier without a challenge is an attack as well (RFC 9700, 4.8.2)
        if (!code.challenge()
                .map(it -> it.matches(form.getOrDefault("code_verifier", "")))
                .orElse(!form.containsKey("code_verifier"))) {
            return Scripted.oauthError(400, "invalid_grant", "invalid code_verifier parameter");
        }
        Grants.Grant grant = code.grant();
        JsonObjectBuilder answer = answer(grants.access(grant, scopes(grant, form)));
        if (grant.scopes().contains("offline_access")) {
            answer.add("refresh_token", grants.refresh(grant));
        }
        if (grant.scopes().contains("openid")) {
            answer.add("id_token", grants.noted(idTokens.token(grant.user(), code.nonce(), grants.now())));
        }
        return success(answer.add("sub", grant.user().adobeId()));
    }

    private Scripted forRefreshToken(Map<String, String> form) {
        return grants.redeemRefreshToken(form.getOrDefault("refresh_token", ""))
                .map(renewal -> success(answer(grants.access(renewal.grant(), scopes(renewal.grant(), form)))
                        .add("refresh_token", renewal.refreshToken())))
                .orElseGet(() -> Scripted.oauthError(400, "invalid_grant", "invalid refresh_token parameter"));
    }

    /** Scopes in the request replace those that the user has allowed; Adobe adds none to them. */
    private static Set<String> scopes(Grants.Grant grant, Map<String, String> form) {
        return form.containsKey("scope") ? SignIn.scopes(form.get("scope")) : grant.scopes();
    }

    private JsonObjectBuilder answer(String accessToken) {
        return Json.createObjectBuilder()
                .add("access_token", accessToken)
                .add("token_type", "bearer")
                .add("expires_in", grants.expiresIn());
    }

    private static Scripted success(JsonObjectBuilder answer) {
        return new Scripted(
                200, Map.of("Cache-Control", "no-store"), answer.build().toString());
    }

    /**
     * Who asks for a token.
     *
     * @param id the client id; null if there is none
     * @param secret the client secret; null if there is none
     * @param twice whether the client authenticates in the form and in a header
     */
    private record Client(String id, String secret, boolean twice) {

        private static final Map<String, String> SECRETS = Map.of(
                FakeIms.CLIENT_ID, FakeIms.CLIENT_SECRET, FakeIms.SERVER_CLIENT_ID, FakeIms.SERVER_CLIENT_SECRET);

        static Client of(ImsRequest request) {
            String id = request.form().getOrDefault("client_id", request.query().get("client_id"));
            String secret = request.form().get("client_secret");
            String authorization = request.headers().getOrDefault("authorization", "");
            if (!authorization.startsWith("Basic ")) {
                return new Client(id, secret, false);
            }
            String[] pair = credentials(authorization.substring("Basic ".length()));
            return new Client(pair[0], pair[1], secret != null);
        }

        Optional<Scripted> refusal() {
            if (twice) {
                return Optional.of(Scripted.oauthError(400, "invalid_request", "the client authenticates twice"));
            }
            if (id == null || !SECRETS.containsKey(id)) {
                return Optional.of(Scripted.oauthError(400, "invalid_client", "invalid client_id parameter"));
            }
            if (!SECRETS.get(id).equals(secret)) {
                return Optional.of(Scripted.oauthError(400, "invalid_client", "invalid client_secret parameter"));
            }
            return Optional.empty();
        }

        /** The RFC requires form encoding of both, and Adobe's examples don't encode them; this accepts either. */
        private static String[] credentials(String basic) {
            String text = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            String[] pair = (text + ":").split(":", 3);
            return SECRETS.containsValue(pair[1]) ? pair : new String[] {Wire.decode(pair[0]), Wire.decode(pair[1])};
        }
    }
}
