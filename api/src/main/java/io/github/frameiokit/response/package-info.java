/**
 * What an action shows the user: a {@link io.github.frameiokit.response.Message Message}, or a
 * {@link io.github.frameiokit.response.Form Form} of {@link io.github.frameiokit.response.Field fields}. All types are
 * immutable and thread-safe, and refuse at construction what Frame.io would refuse.
 */
package io.github.frameiokit.response;
