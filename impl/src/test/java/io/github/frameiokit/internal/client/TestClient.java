package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.testkit.FakeFrameio;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** A client of a fake Frame.io, in a JVM without a container. */
public final class TestClient implements AutoCloseable {

    public final TestClock clock = new TestClock();
    public final FakeFrameio fake = FakeFrameio.start();
    private final ClientFactory clients;

    public TestClient(String... configuration) {
        Map<String, String> properties = new HashMap<>();
        properties.put("frameio.api.url", fake.url().toString());
        properties.put("frameio.token", "the-token");
        for (int i = 0; i < configuration.length; i += 2) {
            properties.put(configuration[i], configuration[i + 1]);
        }
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        clients = new ClientFactory(config, clock, null);
    }

    public FrameioClient client() {
        return clients.client();
    }

    /** Waits for what goes on beside the calls. */
    public void stop() {
        clients.stop(null);
    }

    @Override
    public void close() {
        clients.close();
        fake.close();
    }
}
