/**
 * Users: their sign-in, their tokens, and clients that act as them. It knows {@code events}, {@code client},
 * {@code ims}, {@code store} and {@code pages}.
 */
@NullMarked
package io.github.frameiokit.internal.oauth;

import org.jspecify.annotations.NullMarked;
