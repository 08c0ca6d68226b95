/**
 * Users: their sign-in, their tokens, and clients that act as them. It knows {@code events}, {@code client},
 * {@code ims} and {@code store}.
 */
package io.github.frameiokit.internal.oauth;
