/**
 * Not API: this package exists for the kit's own client, and may change at any time. With it, the client reads what a
 * request holds, while apps see no accessor that would hand out a share's passphrase.
 */
package io.github.frameiokit.client.internal;
