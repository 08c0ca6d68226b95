/**
 * The door to the development console: it is always there, and answers 404 unless the configuration switches the
 * console on. It knows {@code events}, {@code store} and {@code console}, whose classes it loads only then. So no bean
 * here has a class of the console in its fields or methods, which containers read by reflection.
 */
@NullMarked
package io.github.frameiokit.internal.development;

import org.jspecify.annotations.NullMarked;
