package io.github.frameiokit.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String SECRET = "whk-test-secret-1";
    private static final String TIMESTAMP = "1604004499";
    private static final byte[] WEBHOOK = bytes("{\"account\":{\"id\":\"6f70f1bd-7e89-4a7e-b4d3-7e576585a181\"},"
            + "\"project\":{\"id\":\"7e46e495-4444-4555-8649-bee4d391a997\"},"
            + "\"resource\":{\"id\":\"d3075547-4e64-45f0-ad12-d075660eddd2\",\"type\":\"file\"},\"type\":\"file.ready\","
            + "\"user\":{\"id\":\"56556a3f-859f-4b38-b6c6-e8625b5da8a5\"},"
            + "\"workspace\":{\"id\":\"378fcbf7-6f88-4224-8139-6a743ed940b2\"}}");
    private static final byte[] NON_ASCII = bytes("{\"account_id\":\"9a44f696-ae69-4e0c-9731-806d27ea46f1\","
            + "\"action_id\":\"ecd40785-4485-4f07-9d26-a006ea84efdf\","
            + "\"data\":{\"title\":\"Café ☕ ½\",\"captions\":\"off\"},"
            + "\"interaction_id\":\"e0a1c945-a8da-480d-92fb-e895cb640a01\","
            + "\"project\":{\"id\":\"3dda6833-ec3b-46bd-a7d9-1a77c03a165b\"},"
            + "\"resource\":{\"id\":\"f9d5728c-ac1a-4f48-92bb-ea2f9be3c58b\",\"type\":\"file\"},\"type\":\"two.event\","
            + "\"user\":{\"id\":\"50d976e6-27d2-47cb-9388-45b38d55f4f0\"},"
            + "\"workspace\":{\"id\":\"382a1fe6-67cf-481e-9b65-79cfd9e9727f\"}}");
    private static final String SIGNED = "v0=f1b95bcb026de1a5e0aa7e070e7206ba4ae913414b6f91ea0c73eb2d5ef64026";

    @Test
    void signsAWebhookAsFrameioDoes() {
        assertEquals(SIGNED, Signature.sign(SECRET, TIMESTAMP, WEBHOOK));
    }

    @Test
    void signsWithAnotherSecretAsFrameioDoes() {
        assertEquals(
                "v0=9378bcae3d2247be0fe4ef56d54c75140e5ff3c6dbb3eb197eedbe34ef6e89df",
                Signature.sign("whk-test-secret-2", TIMESTAMP, WEBHOOK));
    }

    @Test
    void signsTextBeyondAsciiAsFrameioDoes() {
        assertEquals(466, NON_ASCII.length);
        assertEquals(
                "v0=2e837566729db53db03aba327bb68c922df11ec7aa75ca3584dd2f6cbbd21dfc",
                Signature.sign(SECRET, TIMESTAMP, NON_ASCII));
    }

    @Test
    void signsAnEmptyBodyAsFrameioDoes() {
        assertEquals(
                "v0=5f696b82b372ce4c1cbd52ba338ef3b029e45caadb2fdd25ad95b1d8d08bdb22",
                Signature.sign(SECRET, TIMESTAMP, new byte[0]));
    }

    @Test
    void matchesOnlyItsOwnSecretTimestampAndBody() {
        assertTrue(Signature.matches(SECRET, TIMESTAMP, WEBHOOK, SIGNED));
        assertFalse(Signature.matches("another", TIMESTAMP, WEBHOOK, SIGNED));
        assertFalse(Signature.matches(SECRET, "1604004500", WEBHOOK, SIGNED));
        assertFalse(Signature.matches(SECRET, "01604004499", WEBHOOK, SIGNED));
        assertFalse(Signature.matches(SECRET, TIMESTAMP, NON_ASCII, SIGNED));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "v0=",
                "f1b95bcb026de1a5e0aa7e070e7206ba4ae913414b6f91ea0c73eb2d5ef64026",
                "v1=f1b95bcb026de1a5e0aa7e070e7206ba4ae913414b6f91ea0c73eb2d5ef64026",
                "v0=F1B95BCB026DE1A5E0AA7E070E7206BA4AE913414B6F91EA0C73EB2D5EF64026",
                "v0=f1b95bcb026de1a5e0aa7e070e7206ba4ae913414b6f91ea0c73eb2d5ef6402",
                "v0=f1b95bcb026de1a5e0aa7e070e7206ba4ae913414b6f91ea0c73eb2d5ef640266",
                "v0=f1b95bcb026de1a5e0aa7e070e7206ba4ae913414b6f91ea0c73eb2d5ef6402g"
            })
    void doesNotMatchWhatIsMalformed(String signature) {
        assertFalse(Signature.isWellFormed(signature));
        assertFalse(Signature.matches(SECRET, TIMESTAMP, WEBHOOK, signature));
    }

    @Test
    void refusesABlankSecret() {
        assertThrows(IllegalArgumentException.class, () -> Signature.sign(" ", TIMESTAMP, WEBHOOK));
    }

    @Test
    void keyOfManyUsesGivesTheSameEveryTimeAndHidesItsSecret() {
        SigningKey key = SigningKey.of(SECRET);
        assertEquals(SIGNED, key.sign(TIMESTAMP, WEBHOOK));
        assertEquals(SIGNED, key.sign(TIMESTAMP, WEBHOOK));
        assertTrue(key.matches(TIMESTAMP, WEBHOOK, SIGNED));
        assertEquals(key, SigningKey.of(SECRET));
        assertFalse(key.toString().contains(SECRET));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-1", "+1", "1.5", "1e9", "12a", " 1604004499", "1604004499000", "١٢٣"})
    void readsNoTimestampFromWhatIsNotSeconds(String timestamp) {
        assertEquals(Optional.empty(), Signature.parseTimestamp(timestamp));
    }

    @Test
    void readsATimestampInSeconds() {
        assertEquals(Optional.of(Instant.parse("2020-10-29T20:48:19Z")), Signature.parseTimestamp(TIMESTAMP));
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false"})
    void isFreshWithinTheToleranceEitherWay(long secondsAgo, boolean expected) {
        Instant now = Instant.ofEpochSecond(1604004499);
        assertEquals(expected, Signature.isFresh(now.minusSeconds(secondsAgo), now, Duration.ofSeconds(300)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
