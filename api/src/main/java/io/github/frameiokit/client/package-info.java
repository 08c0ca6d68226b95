/**
 * A client for Frame.io's API: {@link io.github.frameiokit.client.FrameioClient} is the door.
 *
 * <p>There is an interface per group of operations, with the names that Frame.io's reference has for them. The
 * interfaces are declared with the annotations of Jakarta REST and MicroProfile Rest Client.
 *
 * @see <a href="https://developer.adobe.com/frameio/api/current/">Frame.io's reference</a>
 */
package io.github.frameiokit.client;
