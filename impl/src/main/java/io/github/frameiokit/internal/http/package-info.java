/**
 * Requests over the JDK's HTTP client: sending, retrying, and Frame.io's errors as exceptions. It knows no other
 * package of the kit.
 */
@NullMarked
package io.github.frameiokit.internal.http;

import org.jspecify.annotations.NullMarked;
