/**
 * The client for Frame.io's API: the operations' interfaces, and the app's own MicroProfile Rest Clients. It knows
 * {@code json}, {@code http}, {@code ims} and {@code transfer}.
 */
@NullMarked
package io.github.frameiokit.internal.client;

import org.jspecify.annotations.NullMarked;
