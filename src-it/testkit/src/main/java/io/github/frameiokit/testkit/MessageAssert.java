package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.FrameioAssertions.check;
import static io.github.frameiokit.testkit.FrameioAssertions.checkText;

import io.github.frameiokit.response.Message;

/**
 * Assertions about a message.
 *
 * @see FrameioAssertions#assertThatMessage(Answer)
 */
public final class MessageAssert {

    private final Message message;

    MessageAssert(Message message) {
        this.message = message;
    }

    /**
     * Asserts the heading.
     *
     * @param title the whole heading
     * @return this object
     * @throws AssertionError if it is another one
     */
    public MessageAssert hasTitle(String title) {
        checkText("The message's title", title, message.title());
        return this;
    }

    /**
     * Asserts the text.
     *
     * @param description the whole text
     * @return this object
     * @throws AssertionError if it is another one
     */
    public MessageAssert hasDescription(String description) {
        checkText("The description of the message '" + message.title() + "'", description, message.description());
        return this;
    }

    /**
     * Asserts a part of the text.
     *
     * @param part the part
     * @return this object
     * @throws AssertionError if the text doesn't contain it
     */
    public MessageAssert describes(String part) {
        check(
                message.description().contains(part),
                "The description of the message '" + message.title() + "' is '" + message.description()
                        + "', which doesn't contain '" + part + "'.");
        return this;
    }
}
