package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.UsersApi;
import io.github.frameiokit.internal.Background;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.http.Transport;
import io.github.frameiokit.internal.ims.AppCredentials;
import io.github.frameiokit.internal.ims.AppTokens;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.internal.ims.FixedToken;
import io.github.frameiokit.internal.ims.Ims;
import io.github.frameiokit.internal.transfer.Downloads;
import io.github.frameiokit.internal.transfer.Storage;
import io.github.frameiokit.internal.transfer.Uploads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;

/** What all clients of an app share; nothing of it is made before the first call. */
@ApplicationScoped
public class ClientFactory {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final Config config;
    private final ClientClock clock;
    private final Background background;
    private Transport transport;
    private RetryPolicy retryPolicy;
    private Downloads downloads;
    private OperationInvoker api;
    private AppTokens appTokens;
    private Client http;
    private RestClients restClients;

    /** For the container's proxies. */
    ClientFactory() {
        this(null, (ClientClock) null, null);
    }

    @Inject
    ClientFactory(Config config, Instance<ClientClock> clocks, Instance<RequestContextController> requestContexts) {
        this(config, clocks.isUnsatisfied() ? new SystemClock() : clocks.get(), requestContexts);
    }

    ClientFactory(Config config, ClientClock clock, Instance<RequestContextController> requestContexts) {
        this.config = config;
        this.clock = clock;
        background = new Background(() -> transport().threads(), requestContexts);
    }

    /** The app's own client. */
    @Produces
    @ApplicationScoped
    FrameioClient client() {
        return new DefaultFrameioClient(this, new AppCredentials(config, this::appTokens), false);
    }

    synchronized OperationInvoker api() {
        if (api == null) {
            api = new OperationInvoker(address(), transport(), retryPolicy());
        }
        return api;
    }

    Uploads uploads() {
        return new Uploads(storage());
    }

    synchronized Downloads downloads() {
        if (downloads == null) {
            downloads = new Downloads(storage());
        }
        return downloads;
    }

    private Storage storage() {
        return new Storage(transport(), retryPolicy().forStorage());
    }

    synchronized WebTarget http(Credentials credentials, boolean experimental) {
        if (http == null) {
            http = ClientBuilder.newBuilder()
                    .connectTimeout(connectTimeout().toSeconds(), TimeUnit.SECONDS)
                    .readTimeout(readTimeout().toSeconds(), TimeUnit.SECONDS)
                    // without these Jersey can't send a PATCH, and would follow a redirect with the token
                    .property("jersey.config.client.httpUrlConnection.setMethodWorkaround", true)
                    .property("jersey.config.client.followRedirects", false)
                    .build();
        }
        return http.target(address()).register(new BearerTokenFilter(address(), credentials, experimental));
    }

    synchronized RestClients restClients() {
        if (restClients == null) {
            OperationInvoker.checkRestClient();
            restClients = new RestClients(address(), connectTimeout(), readTimeout(), clock::now);
        }
        return restClients;
    }

    private synchronized AppTokens appTokens() {
        if (appTokens == null) {
            appTokens = new AppTokens(Settings.SERVER_TO_SERVER_SCOPES.get(config), ims(), clock, background);
        }
        return appTokens;
    }

    /** Runs what must be completed whatever becomes of its caller. */
    public Executor background() {
        return background;
    }

    /** Adobe's identity service. */
    public Ims ims() {
        return new Ims(Settings.IMS_URL.get(config), transport(), retryPolicy(), clock);
    }

    /** The time. */
    public ClientClock clock() {
        return clock;
    }

    /** A client that acts with these credentials; it asks them at each call. */
    public FrameioClient as(Credentials credentials) {
        return new DefaultFrameioClient(this, credentials, false);
    }

    /**
     * Who a token belongs to, asked while a browser waits. None of the client's interfaces is in the signature, since
     * containers look at it when an app starts.
     *
     * @return the user's id; empty if Frame.io doesn't say it
     */
    public Optional<String> userId(String token) {
        return new OperationInvoker(address(), transport(), retryPolicy().forSeconds())
                .group(UsersApi.class, new FixedToken(token), false)
                .show()
                .id();
    }

    private URI address() {
        return Settings.API_URL.get(config);
    }

    private synchronized Transport transport() {
        if (transport == null) {
            transport = new Transport(connectTimeout(), readTimeout());
        }
        return transport;
    }

    private synchronized RetryPolicy retryPolicy() {
        if (retryPolicy == null) {
            retryPolicy = new RetryPolicy(
                    clock,
                    Settings.API_RETRIES.get(config),
                    () -> ThreadLocalRandom.current().nextDouble());
        }
        return retryPolicy;
    }

    private Duration connectTimeout() {
        return Settings.API_CONNECT_TIMEOUT.get(config);
    }

    private Duration readTimeout() {
        return Settings.API_READ_TIMEOUT.get(config);
    }

    /** Adobe's answers and their storing are waited for. Only then does the container destroy the store. */
    void stop(
            @Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class) Object context) {
        background.finish(LONGEST_STOP);
    }

    @PreDestroy
    synchronized void close() {
        if (transport != null) {
            transport.close();
        }
        if (http != null) {
            http.close();
        }
        if (restClients != null) {
            restClients.close();
        }
    }
}
