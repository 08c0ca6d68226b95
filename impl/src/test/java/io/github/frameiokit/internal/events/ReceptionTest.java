package io.github.frameiokit.internal.events;

import static io.github.frameiokit.internal.events.SignedRequest.action;
import static io.github.frameiokit.internal.events.SignedRequest.webhook;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are accepted, which are rejected, and which flaw of two decides the answer. */
class ReceptionTest {

    private final ReceptionFixture kit = new ReceptionFixture();

    @Test
    void acceptsAWebhook() {
        assertAccepted(webhook());
    }

    @Test
    void acceptsAnAction() {
        assertAccepted(action());
    }

    @Test
    void acceptsAndIgnoresATypeThatNothingHandles() {
        assertEquals(200, kit.status(webhook().type("not.handled")));
        assertEquals(0, kit.handled.get());
    }

    @ParameterizedTest
    @ValueSource(longs = {300, -300})
    void acceptsARequestAtTheEndsOfTheTolerance(long seconds) {
        assertAccepted(webhook().sentSecondsAgo(seconds));
    }

    @ParameterizedTest
    @ValueSource(longs = {301, -301})
    void rejectsARequestBeyondTheTolerance(long seconds) {
        assertUnauthorized(webhook().sentSecondsAgo(seconds));
    }

    @Test
    void hasTheConfiguredTolerance() {
        kit.set("frameio.signature.tolerance", "10");
        assertAccepted(webhook().sentSecondsAgo(10));
        assertEquals(401, kit.status(webhook().sentSecondsAgo(11)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"yesterday", "-1", "1700000000.0", "99999999999999999999"})
    void rejectsAMissingOrMalformedTimestamp(String timestamp) {
        assertUnauthorized(webhook().header("X-Frameio-Request-Timestamp", timestamp));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"v0=", "v0=xyz", "sha256=0000000000000000000000000000000000000000000000000000000000000000"})
    void rejectsAMissingOrMalformedSignature(String signature) {
        assertUnauthorized(webhook().signature(signature));
    }

    @Test
    void rejectsASignatureWithAnotherSecret() {
        assertUnauthorized(webhook().secret("another-secret"));
    }

    @Test
    void rejectsABodyThatWasChanged() {
        assertUnauthorized(webhook().signedBefore().with("resource", "{\"id\":\"other\"}"));
    }

    @Test
    void rejectsATimestampThatWasChanged() {
        assertUnauthorized(webhook().signedBefore().sentSecondsAgo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "text/x+json"})
    void rejectsAnotherContentType(String type) {
        assertRejected(415, "application/json only", webhook().header(HttpHeaders.CONTENT_TYPE, type));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"application/json; charset=utf-8", "APPLICATION/JSON", "application/hal+json"})
    void acceptsJsonHoweverItIsNamed(String type) {
        assertAccepted(webhook().header(HttpHeaders.CONTENT_TYPE, type));
    }

    @Test
    void acceptsABodyOfTheLongestLength() {
        assertAccepted(webhook().limit(webhook().length()));
    }

    @Test
    void rejectsALongerBody() {
        assertRejected(413, "too large", webhook().limit(webhook().length() - 1));
    }

    @Test
    void rejectsABodyThatIsAnnouncedLonger() {
        assertRejected(413, "too large", webhook().contentLength("1025"));
    }

    @Test
    void rejectsABodyThatIsLongerThanAnnounced() {
        assertRejected(413, "too large", webhook().contentLength("5"));
    }

    @Test
    void rejectsABodyThatIsNotUtf8() {
        byte[] half = {'{', '"', 't', '"', ':', '"', (byte) 0xC3, '"', '}'};
        assertRejected(400, "The body is not a JSON object.", webhook().body(half));
    }

    @Test
    void aReplacementCharacterThatWasSentIsNoMistake() {
        assertEquals(200, kit.status(webhook().with("note", "\"a \uFFFD\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"file.ready\"", "null", "{} {}"})
    void rejectsABodyThatIsNoObject(String body) {
        assertRejected(400, "The body is not a JSON object.", webhook().body(body));
    }

    @Test
    void rejectsTwoMembersOfOneName() {
        assertRejected(
                400,
                "An object in the body has two members of one name.",
                webhook().with("resource", "{\"id\":\"1\",\"id\":\"2\"}"));
    }

    @Test
    void rejectsADeepBody() {
        assertRejected(
                400, "The body is nested more than 64 deep.", webhook().with("x", "[".repeat(64) + "]".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "\"\"", "\" \"", "{}"})
    void rejectsABodyWithoutAType(String type) {
        assertRejected(400, "The payload has no 'type'.", webhook().with("type", type));
    }

    @Test
    void rejectsTwoAccounts() {
        assertRejected(
                400,
                "The payload's 'account_id' and 'account' are different accounts.",
                webhook().with("account_id", "\"1\"").with("account", "{\"id\":\"2\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"r\"", "{}", "{\"id\":5}"})
    void rejectsAWebhookWithoutTheIdOfItsResource(String resource) {
        assertRejected(
                400, "The payload has no 'resource' with an 'id'.", webhook().with("resource", resource));
    }

    private record Flaw(String name, int status, UnaryOperator<SignedRequest> flaw) {}

    /** In the order of the checks. */
    private static final List<Flaw> FLAWS = List.of(
            new Flaw("another content type", 415, it -> it.header(HttpHeaders.CONTENT_TYPE, "text/plain")),
            new Flaw("a body that is too large", 413, it -> it.limit(1)),
            new Flaw("an unknown secret", 401, it -> it.secret("another-secret")),
            new Flaw("a body that is no JSON", 400, it -> it.body("no json")),
            new Flaw("no type", 400, it -> it.without("type")),
            new Flaw("two accounts", 400, it -> it.with("account_id", "\"1\"").with("account", "{\"id\":\"2\"}")),
            new Flaw("a secret of the other kind", 401, it -> it.secret(SignedRequest.ACTION_SECRET)),
            new Flaw("no resource", 400, it -> it.without("resource")));

    /** The later flaw is applied first, so that the earlier one stays where both change the same. */
    @TestFactory
    Stream<DynamicTest> judgesTheEarlierFlawOfTwo() {
        return IntStream.range(0, FLAWS.size())
                .boxed()
                .flatMap(first ->
                        FLAWS.subList(first + 1, FLAWS.size()).stream().map(later -> decides(FLAWS.get(first), later)));
    }

    private static DynamicTest decides(Flaw first, Flaw later) {
        return dynamicTest(first.name + " comes before " + later.name, () -> {
            ReceptionFixture fresh = new ReceptionFixture();
            String alone = ReceptionFixture.text(fresh.receive(first.flaw().apply(webhook())));
            Outcome both = fresh.receive(first.flaw().apply(later.flaw().apply(webhook())));
            assertEquals(first.status, both.status());
            assertEquals(alone, ReceptionFixture.text(both));
        });
    }

    private void assertAccepted(SignedRequest request) {
        assertEquals(200, kit.status(request));
        assertEquals(1, kit.handled.get());
        assertEquals(1, kit.accepted.get());
    }

    private void assertUnauthorized(SignedRequest request) {
        assertRejected(401, "unauthorized", request);
    }

    private void assertRejected(int status, String text, SignedRequest request) {
        Outcome outcome = kit.receive(request);
        assertEquals(text, ReceptionFixture.text(outcome));
        assertEquals(status, outcome.status());
        assertEquals(0, kit.handled.get());
        assertEquals(0, kit.accepted.get());
    }
}
