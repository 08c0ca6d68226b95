package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.internal.fuzz.Choices;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.signing.Signature;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Any headers and any body: the answer is one of those that are documented, and never a failure of the kit's. */
public final class RequestFuzz {

    private static final Set<Integer> DOCUMENTED = Set.of(200, 400, 401, 413, 415);
    private static final List<String> NAMES = List.of(
            "type",
            "account",
            "account_id",
            "workspace",
            "project",
            "user",
            "resource",
            "resources",
            "action_id",
            "interaction_id",
            "data",
            "id",
            KitFields.SIGN_IN);
    private static final List<String> TYPES = List.of("file.ready", "export", "file.deleted", "unknown", "");
    private static final List<String> DAMAGES = List.of("", "{", "[", "]", "\"", ",", "\\u00", "[".repeat(2000));
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    private static final Handlers NONE = new Handlers(List.of(), false, false, false);

    private static final ReceptionFixture WITHOUT_RESOLVER = app();
    private static final ReceptionFixture WITH_RESOLVER =
            app().resolver(request -> List.of(SignedRequest.WEBHOOK_SECRET, request.type()));

    private RequestFuzz() {}

    private static ReceptionFixture app() {
        // equal inputs have to do the same again
        return new ReceptionFixture()
                .set("frameio.replay-guard.enabled", "false")
                .onWebhook(RequestFuzz::read)
                .onAction(event -> {
                    read(event);
                    return Message.of("Done", "");
                });
    }

    /** Receives a request. */
    public static void run(Choices choices) {
        byte[] body = body(choices);
        SignedRequest request = (choices.yes() ? SignedRequest.webhook() : SignedRequest.action()).body(body);
        if (choices.below(8) == 1) {
            request.header(Signature.HEADER, choices.header().orElse(null));
        }
        if (choices.below(8) == 1) {
            request.timestamp(choices.header().orElse(null));
        }
        if (choices.below(8) == 1) {
            request.header(HttpHeaders.CONTENT_TYPE, choices.header().orElse(null));
        }
        if (choices.below(8) == 1) {
            request.contentLength(choices.header().orElse(null));
        }
        int status = (choices.yes() ? WITH_RESOLVER : WITHOUT_RESOLVER).status(request);
        assertTrue(DOCUMENTED.contains(status), () -> status + " for " + new String(body, StandardCharsets.UTF_8));
        assertReadAlike(StandardCharsets.UTF_8.decode(ByteBuffer.wrap(body)).toString());
    }

    private static byte[] body(Choices choices) {
        return switch (choices.below(4)) {
            case 0 -> choices.raw();
            case 1 -> damaged(choices, choices.object(NAMES).toString()).getBytes(StandardCharsets.UTF_8);
            default -> {
                JsonObject object = choices.object(NAMES).asJsonObject();
                yield Json.createObjectBuilder(object)
                        .add("type", choices.one(TYPES))
                        .build()
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    /** Without one of its characters, or with more. */
    private static String damaged(Choices choices, String text) {
        int at = choices.below(256) % text.length();
        String rest = text.substring(choices.yes() ? at : Math.min(at + 1, text.length()));
        return text.substring(0, at) + choices.one(DAMAGES) + rest;
    }

    private static void read(FrameioEvent event) {
        assertTrue(event.toString().length() < 2000, event::toString);
        assertTrue(event.toString().chars().noneMatch(Character::isISOControl), event::toString);
    }

    /** What the kit reads from an unverified text is what it reads from the JSON, unless it reads nothing. */
    private static void assertReadAlike(String text) {
        Optional<Envelope> peeked = Envelope.peek(PARSERS, text, NONE);
        try {
            Envelope read = Envelope.of(Body.parse(PARSERS, BUILDERS, text), NONE);
            peeked.ifPresent(envelope -> assertEquals(read, envelope));
        } catch (Rejection e) {
            // such a body isn't dispatched
        }
    }
}
