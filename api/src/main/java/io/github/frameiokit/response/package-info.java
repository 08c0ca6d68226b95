/**
 * The responses of an action, which Frame.io shows its user: a {@link io.github.frameiokit.response.Message Message},
 * or a {@link io.github.frameiokit.response.Form Form} with {@link io.github.frameiokit.response.Field fields}.
 *
 * <p>All types are immutable and thread-safe. None of them takes or returns null. What Frame.io wouldn't show,
 * including null, is an {@link IllegalArgumentException} at construction; its message says which part is wrong.
 */
@NullMarked
package io.github.frameiokit.response;

import org.jspecify.annotations.NullMarked;
