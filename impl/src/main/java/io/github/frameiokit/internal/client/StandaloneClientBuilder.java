package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioClientBuilder;
import io.github.frameiokit.client.StandaloneClient;
import io.github.frameiokit.internal.Address;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.SystemClock;
import io.github.frameiokit.internal.http.CallRecorder;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.internal.ims.FixedClient;
import io.github.frameiokit.internal.ims.FixedToken;
import io.github.frameiokit.internal.ims.Ims;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a client from what its methods were given. It may use neither CDI nor MicroProfile Config, which a program
 * that calls it needn't have.
 */
public final class StandaloneClientBuilder implements FrameioClientBuilder {

    private static final int MOST_RETRIES = 999;

    private @Nullable CredentialsSource credentials;
    private URI apiUrl = Settings.API_URL.standard();
    private URI imsUrl = Settings.IMS_URL.standard();
    private Duration connectTimeout = Settings.API_CONNECT_TIMEOUT.standard();
    private Duration readTimeout = Settings.API_READ_TIMEOUT.standard();
    private int retries = Settings.API_RETRIES.standard();
    private ClientClock clock = new SystemClock();

    /** Some need Adobe's identity service, whose address may be set later. */
    @FunctionalInterface
    private interface CredentialsSource {

        Credentials of(Ims ims, Executor threads);
    }

    /** For the service loader. */
    public StandaloneClientBuilder() {}

    @Override
    public FrameioClientBuilder token(String token) {
        Credentials fixed = new FixedToken(given("token", token));
        credentials = (ims, threads) -> fixed;
        return this;
    }

    @Override
    public FrameioClientBuilder token(Supplier<String> token) {
        given("token", token);
        credentials = (ims, threads) -> () -> new FixedToken(given("token", token.get())).token();
        return this;
    }

    @Override
    public FrameioClientBuilder clientCredentials(String clientId, String clientSecret, String... scopes) {
        Ims.ClientCredentials client =
                new Ims.ClientCredentials(text("clientId", clientId), text("clientSecret", clientSecret));
        for (String scope : given("scopes", scopes)) {
            text("scopes", scope);
        }
        String asked = scopes.length == 0 ? Settings.SERVER_TO_SERVER_SCOPES.standard() : String.join(" ", scopes);
        credentials = (ims, threads) -> new FixedClient(client, asked, ims, clock, threads);
        return this;
    }

    @Override
    public FrameioClientBuilder apiUrl(URI url) {
        apiUrl = address("apiUrl", url, "access tokens");
        return this;
    }

    @Override
    public FrameioClientBuilder imsUrl(URI url) {
        imsUrl = address("imsUrl", url, "the client secret");
        return this;
    }

    @Override
    public FrameioClientBuilder connectTimeout(Duration time) {
        connectTimeout = positive("connectTimeout", time);
        return this;
    }

    @Override
    public FrameioClientBuilder readTimeout(Duration time) {
        readTimeout = positive("readTimeout", time);
        return this;
    }

    @Override
    public FrameioClientBuilder retries(int number) {
        if (number < 0 || number > MOST_RETRIES) {
            throw new IllegalArgumentException("'retries' must be from 0 to " + MOST_RETRIES + ".");
        }
        retries = number;
        return this;
    }

    @Override
    public FrameioClientBuilder clock(ClientClock other) {
        clock = given("clock", other);
        return this;
    }

    @Override
    public StandaloneClient build() {
        if (credentials == null) {
            throw new IllegalStateException("The client has no credentials for Frame.io: call token(…) with an access"
                    + " token, or clientCredentials(…) with those of an Adobe project, before build().");
        }
        ClientResources resources = new ClientResources(
                apiUrl,
                connectTimeout,
                readTimeout,
                new RetryPolicy(
                        clock, retries, () -> ThreadLocalRandom.current().nextDouble()),
                clock,
                CallRecorder.NONE);
        Ims ims = new Ims(imsUrl, resources.transport(), resources.retryPolicy(), clock);
        Executor threads = work -> resources.transport().threads().execute(work);
        return new Standalone(resources, credentials.of(ims, threads));
    }

    /** The client, which owns the connections. */
    private static final class Standalone extends DefaultFrameioClient implements StandaloneClient {

        private final ClientResources resources;

        Standalone(ClientResources resources, Credentials credentials) {
            super(resources, credentials, false);
            this.resources = resources;
        }

        @Override
        public void close() {
            resources.close();
        }
    }

    private static <T> T given(String name, T argument) {
        return Objects.requireNonNull(argument, () -> "'" + name + "' must not be null.");
    }

    private static String text(String name, String argument) {
        if (given(name, argument).isBlank()) {
            throw new IllegalArgumentException("'" + name + "' must not be blank.");
        }
        return argument;
    }

    private static Duration positive(String name, Duration time) {
        if (given(name, time).isNegative() || time.isZero()) {
            throw new IllegalArgumentException("'" + name + "' must be positive.");
        }
        return time;
    }

    private static URI address(String name, URI url, String what) {
        Address address = Address.of(given(name, url).toString())
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + name + "' must be " + Settings.API_URL.expected() + "."));
        if (address.isExposed()) {
            throw new IllegalArgumentException("'" + name + "' must begin with https://, since " + what
                    + " travel there; http:// is for this machine only.");
        }
        return url;
    }
}
