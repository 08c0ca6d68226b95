/**
 * The CDI extensions: they find handlers and check the set-up when an app is deployed. It knows every other package,
 * and only it uses CDI's extension SPI.
 */
package io.github.frameiokit.internal.discovery;
