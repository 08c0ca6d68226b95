package io.github.frameiokit.install;

import java.util.Set;

/**
 * What an installer entered for a workspace, by the names of the app's {@link InstallFields}. Injected in a handler, it
 * has the values of the event's workspace:
 *
 * <pre>{@code
 * void archive(@ObservesAsync @Webhook("file.ready") WebhookEvent event, InstallSettings settings) {
 *     archive.store(event.resourceId(), settings.text("bucket"));
 * }
 * }</pre>
 *
 * <p>An injected one works while a handler runs, on its thread, and is read again for each event: what one node saves,
 * the others use some seconds later. In other code, {@link Installations#settings} has the values of a workspace.
 * {@code toString} has no values.
 */
public interface InstallSettings {

    /**
     * The names of the fields that have a value.
     *
     * @return the names, unmodifiable; empty if nobody has entered anything for the workspace
     * @throws IllegalStateException if this object was injected and no handler runs on this thread
     * @throws io.github.frameiokit.oauth.TokenStoreException if the store can't be read
     */
    Set<String> names();

    /**
     * A field's value.
     *
     * @param name the field's name, not null
     * @return the text, the option's value, or {@code true} or {@code false} for a checkbox; {@code ""} if the field
     *     has no value
     * @throws IllegalStateException if this object was injected and no handler runs on this thread
     * @throws io.github.frameiokit.oauth.TokenStoreException if the store can't be read
     */
    String text(String name);

    /**
     * Whether a checkbox is checked.
     *
     * @param name the field's name, not null
     * @return true if its value is {@code true}
     * @throws IllegalStateException if this object was injected and no handler runs on this thread
     * @throws io.github.frameiokit.oauth.TokenStoreException if the store can't be read
     */
    default boolean isChecked(String name) {
        return text(name).equals("true");
    }
}
