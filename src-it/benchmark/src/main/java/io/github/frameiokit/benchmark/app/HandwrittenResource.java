package io.github.frameiokit.benchmark.app;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The endpoint that a careful developer writes without the kit for these two events: the same checks, the same JSON.
 */
@Path("handwritten")
@ApplicationScoped
public class HandwrittenResource {

    private static final int MAX_BODY_SIZE = 1 << 20;
    private static final int TOLERANCE_SECONDS = 300;
    private static final int MOST_COPIES = 10_000;

    @Inject
    @ConfigProperty(name = "frameio.webhook.secret")
    private String secret;

    @Inject
    private Work work;

    private final Map<String, Boolean> copies = new ConcurrentHashMap<>();
    private SecretKeySpec key;
    private JsonReaderFactory readers;
    private JsonBuilderFactory builders;

    @PostConstruct
    void prepare() {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        readers = Json.createReaderFactory(Map.of());
        builders = Json.createBuilderFactory(Map.of());
    }

    /** Handles both events. */
    @POST
    public Response receive(@Context HttpHeaders headers, InputStream stream)
            throws IOException, GeneralSecurityException {
        if (!"application/json".equals(headers.getHeaderString("Content-Type"))) {
            return Response.status(415).build();
        }
        byte[] body = stream.readNBytes(MAX_BODY_SIZE + 1);
        if (body.length > MAX_BODY_SIZE) {
            return Response.status(413).build();
        }
        String timestamp = headers.getHeaderString("X-Frameio-Request-Timestamp");
        String signature = headers.getHeaderString("X-Frameio-Signature");
        if (!isFresh(timestamp) || signature == null || !isSigned(timestamp, body, signature)) {
            return Response.status(401).build();
        }
        if (copies.putIfAbsent(signature, Boolean.TRUE) != null) {
            return Response.ok().build();
        }
        if (copies.size() > MOST_COPIES) {
            copies.clear();
        }
        return handle(body);
    }

    private Response handle(byte[] body) {
        JsonObject json;
        try (JsonReader reader = readers.createReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            json = reader.readObject();
        } catch (JsonException e) {
            return Response.status(400).build();
        }
        work.handle(json.getJsonObject("resource").getString("id"));
        if (json.getString("type").equals("file.ready")) {
            return Response.ok().build();
        }
        JsonObject message = builders.createObjectBuilder()
                .add("title", "Greeting")
                .add("description", "Hello, world!")
                .build();
        return Response.ok(message.toString(), MediaType.APPLICATION_JSON).build();
    }

    private static boolean isFresh(String timestamp) {
        try {
            return Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE_SECONDS;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private boolean isSigned(String timestamp, byte[] body, String signature) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        String expected = "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }
}
