package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.internal.http.CallRecorder;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.http.Transport;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.internal.transfer.Downloads;
import io.github.frameiokit.internal.transfer.Uploads;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.WebTarget;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections, and what else all clients of an app share. Thread-safe. */
final class ClientResources implements AutoCloseable {

    private final URI baseUrl;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final ClientClock clock;
    private final Transport transport;
    private final RetryPolicy retryPolicy;
    private final Uploads uploads;
    private final Downloads downloads;
    private @Nullable OperationInvoker invoker;
    private @Nullable Client http;
    private @Nullable RestClients restClients;

    ClientResources(
            URI baseUrl,
            Duration connectTimeout,
            Duration readTimeout,
            RetryPolicy retryPolicy,
            ClientClock clock,
            CallRecorder recorder) {
        this.baseUrl = baseUrl;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.retryPolicy = retryPolicy.recordedBy(recorder);
        this.clock = clock;
        transport = new Transport(connectTimeout, readTimeout, recorder);
        uploads = new Uploads(transport, this.retryPolicy);
        downloads = new Downloads(transport, this.retryPolicy);
    }

    Transport transport() {
        return transport;
    }

    RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    Uploads uploads() {
        return uploads;
    }

    Downloads downloads() {
        return downloads;
    }

    /** Created at the first call, since it needs MicroProfile Rest Client, without which {@link #http} still works. */
    synchronized OperationInvoker invoker() {
        if (invoker == null) {
            invoker = new OperationInvoker(baseUrl, transport, retryPolicy, clock);
        }
        return invoker;
    }

    synchronized WebTarget http(Credentials credentials, boolean experimental) {
        if (http == null) {
            http = builder()
                    .connectTimeout(connectTimeout.toSeconds(), TimeUnit.SECONDS)
                    .readTimeout(readTimeout.toSeconds(), TimeUnit.SECONDS)
                    // without these Jersey can't send a PATCH, and would follow a redirect with the token
                    .property("jersey.config.client.httpUrlConnection.setMethodWorkaround", true)
                    .property("jersey.config.client.followRedirects", false)
                    .build();
        }
        return http.target(baseUrl).register(new BearerTokenFilter(baseUrl, credentials, experimental));
    }

    private static ClientBuilder builder() {
        try {
            return ClientBuilder.newBuilder();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "FrameioClient.http() needs an implementation of Jakarta REST, which isn't there; add the server's"
                            + " feature or extension for it, or in Java SE org.glassfish.jersey.core:jersey-client and"
                            + " org.glassfish.jersey.inject:jersey-hk2.",
                    e);
        }
    }

    synchronized RestClients restClients() {
        if (restClients == null) {
            OperationInvoker.checkRestClient();
            restClients = new RestClients(baseUrl, connectTimeout, readTimeout, clock);
        }
        return restClients;
    }

    @Override
    public synchronized void close() {
        transport.close();
        if (http != null) {
            http.close();
        }
        if (restClients != null) {
            restClients.close();
        }
    }
}
