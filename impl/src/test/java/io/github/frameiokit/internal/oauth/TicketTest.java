package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.oauth.TokenStore;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketTest {

    private static final URI CALLBACK = URI.create("https://app.example.com/frameio/oauth/callback");
    private static final Instant UNTIL = Instant.parse("2026-11-02T10:00:00Z");

    private final Sealer sealer = Sealer.ephemeral();

    private boolean fits(String text) {
        return sealer.seal("", text).length() <= TokenStore.Entry.LONGEST;
    }

    private static ActionEvent event(String name, String value) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("type", "a").add("account_id", "b");
        return ActionEvent.of(json.add(name, value).build(), Instant.EPOCH);
    }

    @Test
    void whateverItsLengthItHasRoomForAllTries() {
        for (int length = 10_000; length < 16_000; length += 100) {
            Ticket ticket = Ticket.of(event("new", OAuthScenario.incompressible(length)), CALLBACK, UNTIL, this::fits);
            for (int i = 0; i < 20; i++) {
                ticket = ticket.with(new State("t", RandomToken.create(), "d")).orElseThrow();
            }
            assertTrue(fits(ticket.write()), "an event of " + length);
            assertEquals(Optional.empty(), ticket.with(new State("t", RandomToken.create(), "d")));
        }
    }

    @Test
    void isReadAsItWasWritten() {
        Ticket ticket = Ticket.of(event("new", "\u00e4\u2615"), CALLBACK, UNTIL, this::fits)
                .with(new State("t", "a-state", "d"))
                .orElseThrow();
        Ticket read = Ticket.read(ticket.write());
        assertEquals(ticket.event().json(), read.event().json());
        assertEquals(ticket.callback(), read.callback());
        assertEquals(ticket.until(), read.until());
        assertEquals(Optional.empty(), read.with(new State("t", "a-state", "d")));
    }
}
