package io.github.frameiokit.internal.ims;

import io.github.frameiokit.client.ClientClock;
import java.util.concurrent.Executor;

/** Client credentials that the caller has passed in. One instance serves a program, so that it asks Adobe once. */
public final class FixedClient implements Credentials {

    private final Ims.ClientCredentials client;
    private final AppTokens tokens;

    /**
     * Creates the credentials.
     *
     * @param client the client id and secret
     * @param scopes the scopes of the tokens
     * @param ims Adobe's identity service
     * @param clock the time
     * @param background where tokens are fetched
     */
    public FixedClient(Ims.ClientCredentials client, String scopes, Ims ims, ClientClock clock, Executor background) {
        this.client = client;
        tokens = new AppTokens(scopes, ims, clock, background);
    }

    @Override
    public String token() {
        return tokens.token(client);
    }

    @Override
    public boolean rejected(String token) {
        return tokens.rejected(token);
    }
}
