/**
 * The CDI extensions: they find handlers and check the set-up when an app is deployed. It knows {@code events},
 * {@code oauth}, {@code interaction}, {@code store} and {@code pages}, and only it uses CDI's extension SPI.
 */
@NullMarked
package io.github.frameiokit.internal.discovery;

import org.jspecify.annotations.NullMarked;
