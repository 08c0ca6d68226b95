package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.internal.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/** What all clients of an app share; nothing of it is made before the first call. */
@ApplicationScoped
public class Connections {

    private static final String FRAMEIO = "https://api.frame.io";
    private static final String ADOBE = "https://ims-na1.adobelogin.com";
    private static final String SCOPES = "openid AdobeID frame.s2s.all";
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int READ_TIMEOUT_SECONDS = 30;
    private static final int RETRIES = 4;

    private final Config config;
    private final ClientClock clock;
    private Transport transport;
    private Patience patience;
    private Api api;
    private ClientCredentials clientCredentials;
    private Client http;
    private RestClients restClients;

    /** For the container's proxies. */
    Connections() {
        this(null, (ClientClock) null);
    }

    @Inject
    Connections(Config config, Instance<ClientClock> clocks) {
        this(config, clocks.isUnsatisfied() ? new SystemClock() : clocks.get());
    }

    Connections(Config config, ClientClock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The app's own client. */
    @Produces
    @ApplicationScoped
    FrameioClient client() {
        return new Door(this, new AppCredentials(config, this::clientCredentials), false);
    }

    synchronized Api api() {
        if (api == null) {
            api = new Api(address(), transport(), patience());
        }
        return api;
    }

    Uploads uploads() {
        return new Uploads(transport(), patience().forStorage());
    }

    Downloads downloads() {
        return new Downloads(transport(), patience().forStorage());
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
        return http.target(address()).register(new Bearer(address(), credentials, experimental));
    }

    synchronized RestClients restClients() {
        if (restClients == null) {
            Api.checkRestClient();
            restClients = new RestClients(address(), connectTimeout(), readTimeout(), clock::now);
        }
        return restClients;
    }

    private synchronized ClientCredentials clientCredentials() {
        if (clientCredentials == null) {
            clientCredentials = new ClientCredentials(text(Keys.SERVER_TO_SERVER_SCOPES, SCOPES), ims(), clock);
        }
        return clientCredentials;
    }

    /** Adobe's identity service. */
    public Ims ims() {
        return new Ims(URI.create(text(Keys.IMS_URL, ADOBE)), transport(), patience(), clock);
    }

    /** The time. */
    public ClientClock clock() {
        return clock;
    }

    /** A client for whoever the token belongs to; it is asked for at each call. */
    public FrameioClient as(Supplier<String> token) {
        return new Door(this, token::get, false);
    }

    private URI address() {
        return URI.create(text(Keys.API_URL, FRAMEIO));
    }

    private synchronized Transport transport() {
        if (transport == null) {
            transport = new Transport(connectTimeout(), readTimeout());
        }
        return transport;
    }

    private synchronized Patience patience() {
        if (patience == null) {
            patience = new Patience(
                    clock,
                    config.getOptionalValue(Keys.API_RETRIES, Integer.class).orElse(RETRIES),
                    () -> ThreadLocalRandom.current().nextDouble());
        }
        return patience;
    }

    private Duration connectTimeout() {
        return Settings.seconds(config, Keys.API_CONNECT_TIMEOUT, CONNECT_TIMEOUT_SECONDS);
    }

    private Duration readTimeout() {
        return Settings.seconds(config, Keys.API_READ_TIMEOUT, READ_TIMEOUT_SECONDS);
    }

    private String text(String key, String otherwise) {
        return Settings.text(config, key).orElse(otherwise);
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
