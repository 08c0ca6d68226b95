package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Workspaces with webhooks of their own, and what can go wrong with them. */
class WorldHooksTest extends WorldFixture {

    private static final String WEBHOOK =
            "{\"name\": \"Hook\", \"url\": \"https://example.com\", \"events\": [\"file.created\"]}";

    @Test
    void aCreationWhoseAnswerIsLostIsDone() {
        fakes.frameio().answer("webhooks.create", Scripted.LOST_ANSWER);
        assertThrows(RuntimeException.class, () -> call("POST", workspace + "/webhooks", WEBHOOK));
        assertEquals(1, world.all(World.Kind.WEBHOOK).size());
        assertEquals(List.of("Hook"), names(workspace + "/webhooks"));
    }

    @Test
    void aUserWithoutTheRightSeesAndChangesNothing() {
        String id = data("POST", workspace + "/webhooks", WEBHOOK).getString("id");
        world.forbid(world.workspaceId(), FakeIms.SERVICE_ACCOUNT);
        for (List<String> call : List.of(
                List.of("GET", workspace + "/webhooks"),
                List.of("GET", workspace + "/actions"),
                List.of("GET", account + "/webhooks/" + id),
                List.of("DELETE", account + "/webhooks/" + id))) {
            assertEquals(403, call(call.get(0), call.get(1)).statusCode(), call.toString());
        }
        assertEquals(403, call("POST", workspace + "/webhooks", WEBHOOK).statusCode());
        assertEquals(1, world.all(World.Kind.WEBHOOK).size());
        String other = account + "/workspaces/" + world.addWorkspace("Other");
        assertEquals(List.of(), names(other + "/webhooks"));
    }

    @Test
    void aWebhookGetsEventsOfItsWorkspaceOnly() {
        String other = world.addWorkspace("Other");
        data("POST", account + "/workspaces/" + other + "/webhooks", WEBHOOK);
        world.upload(world.folderId(), "a.mov", new byte[1], FakeIms.ADA);
        assertEquals(List.of(), world.deliveries());
        world.upload(world.folderOf(other), "b.mov", new byte[1], FakeIms.ADA);
        assertEquals(1, world.deliveries().size());
    }

    @Test
    void aWebhookThatAPersonDeletesIsGone() {
        String id = data("POST", workspace + "/webhooks", WEBHOOK).getString("id");
        world.deleteHook(id);
        assertEquals(404, call("GET", account + "/webhooks/" + id).statusCode());
        assertThrows(IllegalArgumentException.class, () -> world.deleteHook(id));
        assertThrows(IllegalArgumentException.class, () -> world.deleteHook(world.folderId()));
        assertTrue(world.all(World.Kind.WEBHOOK).isEmpty());
    }

    @Test
    void aWorkspaceThatIsntThereIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> world.forbid("nowhere", FakeIms.ADA));
        assertThrows(IllegalArgumentException.class, () -> world.folderOf("nowhere"));
    }
}
