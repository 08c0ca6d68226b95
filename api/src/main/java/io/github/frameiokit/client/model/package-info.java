/**
 * What Frame.io answers, as immutable records.
 *
 * <p>Everywhere: what Frame.io may leave out or send as null is an {@link java.util.Optional}, a list is never null,
 * and
 * anything else is null only if Frame.io breaks its own description. Ids are opaque strings, sizes are bytes. Members
 * that Frame.io adds are ignored. Sets of names, such as {@link io.github.frameiokit.client.model.File.Status}, keep
 * what
 * it adds, and so do the sealed types: each permits an {@code Unknown…}. No {@code toString} shows a name, an address,
 * a
 * text, a secret or a signed URL.
 */
package io.github.frameiokit.client.model;
