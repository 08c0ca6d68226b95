package io.github.frameiokit.response;

/**
 * Text for the user, which ends the action.
 *
 * @param title the heading, not blank
 * @param description the text, perhaps empty
 */
public record Message(String title, String description) implements ActionResponse {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if the title is blank or the description null
     */
    public Message {
        Checks.text(title, "A message's title");
        Checks.present(description, "A message's description");
    }

    /**
     * Makes a message.
     *
     * @param title the heading, not blank
     * @param description the text, perhaps empty, not null
     * @return the message
     * @throws IllegalArgumentException if the title is blank or the description null
     */
    public static Message of(String title, String description) {
        return new Message(title, description);
    }
}
