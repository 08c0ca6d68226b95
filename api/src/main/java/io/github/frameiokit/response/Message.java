package io.github.frameiokit.response;

/**
 * A text for the user. It ends the action.
 *
 * @param title the heading, not blank, not null
 * @param description the text, possibly empty, not null
 */
public record Message(String title, String description) implements ActionResponse {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if the title is blank or null, or the description is null
     */
    public Message {
        Checks.text(title, "A message's title");
        Checks.present(description, "A message's description");
    }

    /**
     * Creates a message.
     *
     * @param title the heading, not blank, not null
     * @param description the text, possibly empty, not null
     * @return the message
     * @throws IllegalArgumentException if the title is blank or null, or the description is null
     */
    public static Message of(String title, String description) {
        return new Message(title, description);
    }
}
