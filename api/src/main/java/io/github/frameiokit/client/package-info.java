/**
 * The client for Frame.io's API. {@link io.github.frameiokit.client.FrameioClient} is its entry point, and
 * {@link io.github.frameiokit.client.FrameioApiException} is what its calls throw.
 *
 * <p>Each group of operations is an interface, with the names of Frame.io's reference. The interfaces are declared with
 * the annotations of Jakarta REST and MicroProfile Rest Client. A blank id causes an
 * {@link java.lang.IllegalArgumentException}. A null argument causes a {@link java.lang.NullPointerException} unless
 * its description allows null. Both messages name the parameter, and nothing is sent.
 *
 * @see <a href="https://developer.adobe.com/frameio/api/current/">Frame.io's reference</a>
 */
@NullMarked
package io.github.frameiokit.client;

import org.jspecify.annotations.NullMarked;
