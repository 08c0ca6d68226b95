/**
 * The kit's JAX-RS classes, for apps whose {@code Application} lists its classes:
 * {@link io.github.frameiokit.rest.FrameioResources FrameioResources}.
 */
@NullMarked
package io.github.frameiokit.rest;

import org.jspecify.annotations.NullMarked;
