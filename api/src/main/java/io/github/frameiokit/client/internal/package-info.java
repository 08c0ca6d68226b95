/**
 * Not part of the API: this package is for the kit's own client and may change at any time. With it, the client reads a
 * request's parameters, while apps see no accessor that would return a share's passphrase.
 */
@NullMarked
package io.github.frameiokit.client.internal;

import org.jspecify.annotations.NullMarked;
