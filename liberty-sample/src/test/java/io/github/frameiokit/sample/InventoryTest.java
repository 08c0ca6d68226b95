package io.github.frameiokit.sample;

import static io.github.frameiokit.testkit.FrameioAssertions.assertThatMessage;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FrameioApp;
import io.github.frameiokit.testkit.FrameioEvents;
import io.github.frameiokit.testkit.FrameioTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@FrameioTest({Inventory.class, TimedInterceptor.class})
class InventoryTest {

    @Test
    void uploadsTheList(FrameioApp app, FakeFrameio frameio) {
        app.bean(Inventory.class).upload(new Inventory.Job("an-account", "a-folder"));

        String file = frameio.answered("files.createLocalUpload")
                .orElseThrow()
                .getJsonObject("data")
                .getString("id");
        String list = new String(frameio.content(file).orElseThrow(), StandardCharsets.UTF_8);
        assertTrue(list.startsWith("This folder has:\n"), list);
    }

    @Test
    void isOnlyForFolders(FrameioApp app) {
        assertThatMessage(app.deliver(FrameioEvents.action("take.inventory").resource("file", "1")))
                .describes("only for folders");
    }
}
