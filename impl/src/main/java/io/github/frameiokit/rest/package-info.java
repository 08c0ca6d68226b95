/**
 * The kit's JAX-RS classes, for apps whose {@code Application} lists its classes:
 * {@link io.github.frameiokit.rest.FrameioResources FrameioResources}.
 */
package io.github.frameiokit.rest;
