/** How requests are signed, and where the secrets come from. */
package io.github.frameiokit.signing;
