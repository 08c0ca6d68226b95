package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.http.CallRecorder;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.Scripted;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/** A client of a fake Frame.io, in a JVM without a container. */
public final class TestClient implements AutoCloseable {

    public final TestClock clock = new TestClock();
    public final FakeFrameio fake = FakeFrameio.start();
    private final ClientFactory clients;
    private final FrameioClient client;

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
        clients = new ClientFactory(config, clock, null, () -> CallRecorder.NONE);
        client = clients.client();
    }

    public FrameioClient client() {
        return client;
    }

    /** Answers the next call of an operation with this body. */
    public void answer(String operation, int status, String body) {
        fake.answer(operation, new Scripted(status, Map.of(), body));
    }

    /**
     * Answers the second call with the first one's answer, but with another value, or none, for a member of its data.
     */
    public <T> T answeredWith(String operation, Supplier<T> call, String member, String json) {
        call.get();
        JsonObject example = fake.answered(operation).orElseThrow();
        JsonObjectBuilder data = Json.createObjectBuilder(example.getJsonObject("data"));
        if (json == null) {
            data.remove(member);
        } else {
            data.add(member, Json.createReader(new StringReader(json)).readValue());
        }
        answer(
                operation,
                200,
                Json.createObjectBuilder(example).add("data", data).build().toString());
        return call.get();
    }

    /** Waits for the work in the background. */
    public void awaitBackground() {
        clients.awaitBackground(null);
    }

    @Override
    public void close() {
        clients.close();
        fake.close();
    }
}
