package io.github.frameiokit.response;

/**
 * The response of an action, which Frame.io shows its user.
 *
 * @see <a href="https://developer.adobe.com/frameio/guides/Custom%20Actions/">Frame.io: Custom Actions</a>
 */
public sealed interface ActionResponse permits Message, Form {

    /**
     * The heading.
     *
     * @return a text, not blank
     */
    String title();

    /**
     * The text under the heading.
     *
     * @return a text, possibly empty
     */
    String description();
}
