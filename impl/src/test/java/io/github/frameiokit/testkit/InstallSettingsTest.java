package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.FrameioAssertions.assertThatMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handlers are tested with what an installer enters. */
@FrameioTest(InstallSettingsTest.Handlers.class)
class InstallSettingsTest {

    @ApplicationScoped
    static class Handlers {

        @Produces
        @ApplicationScoped
        InstallFields fields() {
            return InstallFields.none().required(TextField.of("bucket", "Bucket"));
        }

        Message where(@Observes @Action("where") ActionEvent event, InstallSettings settings) {
            return Message.of("Bucket", settings.text("bucket"));
        }
    }

    @Test
    void aHandlerGetsThem(FrameioApp app) {
        app.installSettings(FrameioEvents.action("where"), Map.of("bucket", "mine"));
        assertThatMessage(app.deliver(FrameioEvents.action("where"))).hasDescription("mine");
        app.installSettings(FrameioEvents.action("where"), Map.of("bucket", "another"));
        assertThatMessage(app.deliver(FrameioEvents.action("where"))).hasDescription("another");
        assertThatMessage(app.deliver(FrameioEvents.action("where").workspace("other")))
                .hasDescription("");
    }

    @Test
    void valuesThatDontFitAreAnError(FrameioApp app) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> app.installSettings(FrameioEvents.action("where"), Map.of()));
        assertEquals("These values don't fit the app's InstallFields: {bucket=Please fill this in.}", e.getMessage());
    }
}
