/**
 * Handlers and the events they get. {@link io.github.frameiokit.Webhook @Webhook} and
 * {@link io.github.frameiokit.Action @Action} mark a handler; {@link io.github.frameiokit.WebhookEvent WebhookEvent}
 * and {@link io.github.frameiokit.ActionEvent ActionEvent} are what it gets.
 *
 * <p>No method of this package takes or returns null unless its documentation says so. A null argument is a
 * {@link NullPointerException} whose message is the parameter's name.
 */
@NullMarked
package io.github.frameiokit;

import org.jspecify.annotations.NullMarked;
