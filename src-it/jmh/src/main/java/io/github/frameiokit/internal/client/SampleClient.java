package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.http.CallRecorder;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The kit's client, in a JVM without a container. */
public final class SampleClient implements AutoCloseable {

    private final ClientFactory clients;
    private final FrameioClient client;

    /** Creates a client of the Frame.io at this address. */
    public SampleClient(URI url, String token) {
        clients = new ClientFactory(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(
                                Map.of("frameio.api.url", url.toString(), "frameio.token", token), "benchmark", 100))
                        .build(),
                new RealTime(),
                null,
                () -> CallRecorder.NONE);
        client = clients.client();
    }

    /** The client. */
    public FrameioClient client() {
        return client;
    }

    @Override
    public void close() {
        clients.close();
    }

    private static final class RealTime implements ClientClock {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    }
}
