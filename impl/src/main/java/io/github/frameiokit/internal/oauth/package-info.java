/**
 * Users: their sign-in, their tokens, and clients that act as them. It knows {@code events}, {@code client},
 * {@code ims} and {@code store}.
 */
@NullMarked
package io.github.frameiokit.internal.oauth;

import org.jspecify.annotations.NullMarked;
