package io.github.frameiokit.internal.events;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The least that any receiver does: the HMAC of the signed bytes, which lie ready, and JSON-P's object of the body. */
@State(Scope.Thread)
public class Floor {

    private final JsonReaderFactory readers = Json.createReaderFactory(Map.of());
    private Mac mac;

    /** Prepares the HMAC. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SampleRequest.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    byte[] hmac(SampleRequest request) {
        return mac.doFinal(request.signed());
    }

    JsonObject json(SampleRequest request) {
        return read(readers.createReader(new ByteArrayInputStream(request.body()), StandardCharsets.UTF_8));
    }

    /** The same from a text, to compare. */
    JsonObject jsonOfText(SampleRequest request) {
        return read(readers.createReader(new StringReader(request.text())));
    }

    private static JsonObject read(JsonReader reader) {
        try (reader) {
            return reader.readObject();
        }
    }
}
