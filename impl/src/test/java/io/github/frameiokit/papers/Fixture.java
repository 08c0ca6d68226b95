package io.github.frameiokit.papers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.signing.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the papers' examples use and don't show. */
public final class Fixture {

    public static final String accountId = "an-account";
    public static final String workspaceId = "a-workspace";
    public static final String projectId = "a-project";
    public static final String folderId = "a-folder";
    public static final String fileId = "a-file";
    public static final String otherFileId = "another";
    public static final String commentId = "a-comment";
    public static final String userId = "a-user";
    public static final String fieldId = "00000000-0000-4000-8000-000000000001";

    public static final String secret = "action-secret-01";
    public static final URI app = Greeter.start();

    private Fixture() {}

    /** An app that runs and greets, if the request is signed. */
    private static final class Greeter {

        static URI start() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/frameio", Greeter::answer);
                server.start();
                return URI.create("http://localhost:" + server.getAddress().getPort() + "/frameio");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void answer(HttpExchange exchange) throws IOException {
            String timestamp = exchange.getRequestHeaders().getFirst(Signature.TIMESTAMP_HEADER);
            boolean authentic = Signature.matches(
                            secret,
                            timestamp,
                            exchange.getRequestBody().readAllBytes(),
                            exchange.getRequestHeaders().getFirst(Signature.HEADER))
                    && Signature.isFresh(
                            Signature.parseTimestamp(timestamp).orElseThrow(), Instant.now(), Duration.ofSeconds(300));
            byte[] answer = (authentic ? "{\"title\":\"Greeting\",\"description\":\"Hello!\"}" : "unauthorized")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(authentic ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }
    }

    public static void log(Object what) {}

    public record TranscriptionJob(ActionEvent event) {}

    @ApplicationScoped
    public static class Ledger {

        public void add(String id, String resourceId) {}
    }

    @ApplicationScoped
    public static class Archive {

        public void store(String resourceId) {}

        public void store(String resourceId, String bucket, String key) {}
    }

    @ApplicationScoped
    public static class Vault {

        public List<String> secretsOfAccount(String id) {
            return List.of("0123456789abcdef");
        }

        public List<String> secretsOfAction(String id) {
            return List.of("fedcba9876543210");
        }
    }

    /** A map that all nodes share. */
    public static class Maps {

        @Produces
        @ApplicationScoped
        public ConcurrentMap<String, TokenStore.Entry> entries() {
            return new ConcurrentHashMap<>();
        }
    }
}
