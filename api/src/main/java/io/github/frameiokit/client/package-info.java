/**
 * The client for Frame.io's API. {@link io.github.frameiokit.client.FrameioClient} is its entry point, and
 * {@link io.github.frameiokit.client.FrameioApiException} is what its calls throw.
 *
 * <p>Each group of operations is an interface, with the names of Frame.io's reference. The interfaces are declared with
 * the annotations of Jakarta REST and MicroProfile Rest Client. An id must not be blank, which is an
 * {@link java.lang.IllegalArgumentException} otherwise. No argument may be null unless its description says so, which
 * is a {@link java.lang.NullPointerException} otherwise. Both name the parameter, and nothing is sent then.
 *
 * @see <a href="https://developer.adobe.com/frameio/api/current/">Frame.io's reference</a>
 */
package io.github.frameiokit.client;
