/** For apps whose JAX-RS {@code Application} lists its classes. */
package io.github.frameiokit.rest;
