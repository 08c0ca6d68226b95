package io.github.frameiokit.response;

/**
 * What the handler of an action returns for the user to see.
 *
 * @see <a href="https://developer.adobe.com/frameio/guides/Custom%20Actions/">Frame.io: Custom Actions</a>
 */
public sealed interface ActionResponse permits Message, Form {

    /**
     * The heading.
     *
     * @return a text that isn't blank
     */
    String title();

    /**
     * The text under the heading.
     *
     * @return a text, perhaps empty; never null
     */
    String description();
}
