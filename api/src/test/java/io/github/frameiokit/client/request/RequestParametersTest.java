package io.github.frameiokit.client.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.model.Share;
import io.github.frameiokit.client.model.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RequestParametersTest {

    private static void refused(String sentence, Executable draft) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, draft).getMessage());
    }

    @Test
    void whatIsRequiredCannotBeLeftOut() {
        refused(
                "'name' must be a text that isn't blank, of at most 255 characters.",
                () -> WebhookDraft.of(" ", "https://example.com", "file.ready"));
        refused("'events' must have at least 1 item.", () -> WebhookDraft.of("x", "https://example.com"));
        refused("'file_ids' must have at least 2, at most 10 items.", () -> VersionStackDraft.of("one"));
        refused("'file_size' must be at least 1.", () -> LocalUploadDraft.of("a.mov", 0));
        assertThrows(NullPointerException.class, () -> RoleUpdate.of(null));
        assertThrows(NullPointerException.class, () -> ShareDraft.of("x", null));
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        refused("'timeout' must be between 5 and 10.", () -> new CustomActionUpdate().timeout(11));
        refused(
                "'name' must be a text that isn't blank, of at most 255 characters.",
                () -> new FileUpdate().name("x".repeat(256)));
        refused("A frame can't be negative.", () -> Timestamp.ofFrame(-1));
        refused("'page_size' must be between 1 and 500.", () -> new CommentQuery().pageSize(501));
    }

    @Test
    void onlyWhatWasSetIsSent() {
        assertEquals(Map.of(), new ProjectUpdate().parameters());
        assertEquals(
                Map.of("restricted", false),
                new ProjectUpdate().restricted(false).parameters());
        assertTrue(new CommentUpdate().noDuration().parameters().containsKey("duration"));
    }

    @Test
    void aChangeLeavesTheDraftAsItIs() {
        ProjectDraft draft = ProjectDraft.of("Film");
        draft.restricted(true);
        assertEquals(Map.of("name", "Film"), draft.parameters());
        assertThrows(
                UnsupportedOperationException.class, () -> draft.parameters().clear());
    }

    @Test
    void aQueryLeavesTheOneBeforeAsItIs() {
        CommentQuery query = new CommentQuery().pageSize(10);
        assertFalse(query == query.after("x"));
    }

    @Test
    void noValueIsShown() {
        String shown = ShareDraft.of("Secret film", Share.Access.SECURE)
                .passphrase("s3cret")
                .toString();
        assertEquals("ShareDraft[type, name, access, passphrase]", shown);
    }

    /** A share's passphrase is among them. */
    @Test
    void noPublicMethodReturnsTheParameters() {
        Object share = ShareDraft.of("Film", Share.Access.SECURE).passphrase("s3cret");
        assertEquals(
                List.of(),
                Arrays.stream(share.getClass().getMethods())
                        .filter(method -> method.getReturnType() == Map.class)
                        .toList());
    }

    @Test
    void reviewersOfOneKindAreNamedInOneCall() {
        refused(
                "'emails' is there twice; name them in one call.",
                () -> Reviewers.emails("a@example.com").and(Reviewers.emails("b@example.com")));
        assertEquals(
                List.of("emails", "user_ids"),
                Reviewers.emails("a@example.com").and(Reviewers.users("u")).parameters().keySet().stream()
                        .sorted()
                        .toList());
    }
}
