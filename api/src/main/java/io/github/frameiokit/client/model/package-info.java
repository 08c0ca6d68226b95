/**
 * What Frame.io answers, as immutable records.
 *
 * <p>Everywhere: what Frame.io may leave out or send as null is an {@link java.util.Optional}, and nothing is ever
 * null. Ids are opaque strings, sizes are bytes. Members that Frame.io adds are ignored. Sets of names, such as
 * {@link io.github.frameiokit.client.model.File.Status}, keep what it adds, and so do the sealed types: each permits an
 * {@code Unknown…}. No {@code toString} shows a name, an address, a text, a secret or a signed URL.
 *
 * <p>What is there in another form than documented is read where its meaning is clear: a number or a boolean as text, a
 * time in any form of ISO 8601, in UTC if it has no zone. All other values count as missing: one of another JSON type,
 * a number that is negative, a fraction or too large for the component's {@code int} or {@code long}, a text that is no
 * time. Numbers never wrap and are never cut. An {@code Optional} is empty then. A component that is none can't say
 * that its value is missing, so the call fails with an
 * {@link io.github.frameiokit.client.FrameioApiException.Unreadable} that names the member. A list that is left out is
 * empty; one with an item that can't be read makes the call fail, too.
 */
package io.github.frameiokit.client.model;
