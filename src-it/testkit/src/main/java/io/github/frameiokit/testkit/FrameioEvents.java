package io.github.frameiokit.testkit;

/**
 * Events as Frame.io sends them, for tests. Each has a whole payload as Frame.io documents it; a test changes what it
 * is about:
 *
 * <pre>{@code
 * WebhookEvent event = FrameioEvents.webhook("file.ready").resource("file", fileId).event();
 *
 * TestAction run = FrameioEvents.action("transcribe.file").signedWith(secret);
 * assertThatForm(run.sendTo(app)).hasField("language").withOptions("en", "es");
 * assertThatMessage(run.data("language", "en").sendTo(app)).hasTitle("In progress");
 * }</pre>
 */
public final class FrameioEvents {

    private FrameioEvents() {}

    /**
     * A webhook.
     *
     * @param type the type, such as {@code file.ready}, not null
     * @return the event; its resource has a random id, and the type that the webhook's type begins with
     */
    public static TestWebhook webhook(String type) {
        return TestWebhook.of(type);
    }

    /**
     * The first step of an action that a user has run on a file. The steps that a test makes from it belong to the same
     * run, which has a random {@code interaction_id}.
     *
     * @param type the {@code event} that the action was registered with, not null
     * @return the event; its user is {@link FakeIms#ADA}
     */
    public static TestAction action(String type) {
        return TestAction.of(type);
    }
}
