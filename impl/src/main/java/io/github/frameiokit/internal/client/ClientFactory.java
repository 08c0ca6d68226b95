package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.UsersApi;
import io.github.frameiokit.internal.Background;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.SystemClock;
import io.github.frameiokit.internal.http.CallRecorder;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.ims.AppCredentials;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.internal.ims.FixedToken;
import io.github.frameiokit.internal.ims.Ims;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Creates an app's clients from its configuration, and what they share with the sign-in of users. Nothing is created
 * before the first call. Thread-safe.
 */
@ApplicationScoped
public class ClientFactory {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Config config;
    private final ClientClock clock;
    private final CallRecorder.Source recorders;
    private final Background background;
    private @Nullable ClientResources resources;

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    ClientFactory() {
        this(null, (ClientClock) null, null, null);
    }

    @Inject
    ClientFactory(
            Config config,
            Instance<ClientClock> clocks,
            Instance<RequestContextController> requestContexts,
            CallRecorder.Source recorders) {
        this(config, SystemClock.replacedBy(clocks), requestContexts, recorders);
    }

    ClientFactory(
            Config config,
            ClientClock clock,
            Instance<RequestContextController> requestContexts,
            CallRecorder.Source recorders) {
        this.config = config;
        this.clock = clock;
        this.recorders = recorders;
        background = new Background(() -> resources().transport().threads(), requestContexts);
    }

    /** The app's own client. */
    @Produces
    @ApplicationScoped
    FrameioClient client() {
        return as(new AppCredentials(config, this::ims, clock, background));
    }

    /** Runs work that must be completed even if its caller gives up. */
    public Executor background() {
        return background;
    }

    /** Adobe's identity service. */
    public Ims ims() {
        return new Ims(
                Settings.IMS_URL.get(config),
                resources().transport(),
                resources().retryPolicy(),
                clock);
    }

    /** The app's clock, or the real time. */
    public ClientClock clock() {
        return clock;
    }

    /** A client that asks these credentials for a token at each call. */
    public FrameioClient as(Credentials credentials) {
        return new DefaultFrameioClient(resources(), credentials, false);
    }

    /**
     * The id of the user a token belongs to, requested while a browser waits. The signature has none of the client's
     * interfaces: containers read it when an app starts, and would load them.
     *
     * @return the user's id; empty if Frame.io doesn't say it
     */
    public Optional<String> userId(String token) {
        return resources()
                .invoker()
                .with(resources().retryPolicy().forSeconds())
                .group(UsersApi.class, new FixedToken(token), false)
                .show()
                .id();
    }

    private synchronized ClientResources resources() {
        if (resources == null) {
            resources = new ClientResources(
                    baseUrl(), connectTimeout(), readTimeout(), retryPolicy(), clock, recorders.calls());
        }
        return resources;
    }

    private URI baseUrl() {
        return Settings.API_URL.get(config);
    }

    private RetryPolicy retryPolicy() {
        return new RetryPolicy(
                clock,
                Settings.API_RETRIES.get(config),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    private Duration connectTimeout() {
        return Settings.API_CONNECT_TIMEOUT.get(config);
    }

    private Duration readTimeout() {
        return Settings.API_READ_TIMEOUT.get(config);
    }

    /** Waits until running requests to Adobe are done and stored; only then does the container destroy the store. */
    void awaitBackground(
            @Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class) Object context) {
        background.finish(LONGEST_WAIT);
    }

    @PreDestroy
    synchronized void close() {
        if (resources != null) {
            resources.close();
        }
    }
}
