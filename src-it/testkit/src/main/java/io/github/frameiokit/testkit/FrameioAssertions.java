package io.github.frameiokit.testkit;

import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;

/**
 * Assertions about what the user of an action sees:
 *
 * <pre>{@code
 * assertThatForm(answer).hasTitle("Choose language").hasField("language").withOptions("en", "es");
 * assertThatMessage(answer).hasTitle("In progress").hasDescription("Transcribing in English.");
 * }</pre>
 *
 * <p>They need no library. A failure is an {@link AssertionError} that says what the user sees instead.
 */
public final class FrameioAssertions {

    private FrameioAssertions() {}

    /**
     * Asserts that an answer is a form.
     *
     * @param answer the answer, not null
     * @return assertions about the form
     * @throws AssertionError if it is none
     */
    public static FormAssert assertThatForm(Answer answer) {
        return new FormAssert(answer.form());
    }

    /**
     * Asserts that what a handler returned is a form.
     *
     * @param response what it returned
     * @return assertions about the form
     * @throws AssertionError if it is none
     */
    public static FormAssert assertThatForm(ActionResponse response) {
        if (response instanceof Form form) {
            return new FormAssert(form);
        }
        throw new AssertionError("The answer isn't a form but " + response + ".");
    }

    /**
     * Asserts that an answer is a message.
     *
     * @param answer the answer, not null
     * @return assertions about the message
     * @throws AssertionError if it is none
     */
    public static MessageAssert assertThatMessage(Answer answer) {
        return new MessageAssert(answer.message());
    }

    /**
     * Asserts that what a handler returned is a message.
     *
     * @param response what it returned
     * @return assertions about the message
     * @throws AssertionError if it is none
     */
    public static MessageAssert assertThatMessage(ActionResponse response) {
        if (response instanceof Message message) {
            return new MessageAssert(message);
        }
        throw new AssertionError("The answer isn't a message but " + response + ".");
    }

    static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new AssertionError(sentence);
        }
    }

    static void checkText(String what, String expected, String actual) {
        check(actual.equals(expected), what + " is '" + actual + "', and not '" + expected + "'.");
    }
}
