/**
 * The models: everything that Frame.io returns, as immutable records.
 *
 * <p>The kit creates the models, and their constructors aren't part of its API: when Frame.io adds a member, a record
 * gets a component. Only records that are also passed to requests, such as
 * {@link io.github.frameiokit.client.model.RatingConfiguration}, are created by apps. Tests of an app create all others
 * from JSON, with {@code Models.read(File.class, json)} of the test kit.
 *
 * <p>A value that Frame.io may leave out or send as null is an {@link java.util.Optional}. Nothing is ever null. Ids
 * are opaque strings, and sizes are in bytes. Members that this version doesn't know are ignored. Open sets of names,
 * such as {@link io.github.frameiokit.client.model.File.Status}, and sealed types keep values that Frame.io adds: each
 * sealed type permits an {@code Unknown…}. No {@code toString} shows a name, an address, a text, a secret or a signed
 * URL.
 *
 * <p>A value in another form than documented is read where its meaning is clear: a number or a boolean as text, and a
 * time in any form of ISO 8601, in UTC if it has no zone. Every other undocumented value counts as missing: a value of
 * another JSON type, a number that is negative, a fraction or too large for the component's {@code int} or
 * {@code long}, and a text that isn't a time. Numbers never overflow and are never truncated. For a missing value, an
 * {@code Optional} is empty, and a list is empty. Any other component can't be missing, so the call fails with an
 * {@link io.github.frameiokit.client.FrameioApiException.Unreadable} that names the member. The call also fails if a
 * list has an unreadable item.
 */
@NullMarked
package io.github.frameiokit.client.model;

import org.jspecify.annotations.NullMarked;
