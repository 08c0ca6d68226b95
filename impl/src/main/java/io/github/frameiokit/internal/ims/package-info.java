/**
 * Adobe's identity service: its token endpoint, and where the access token of a call comes from. It knows {@code http}.
 */
@NullMarked
package io.github.frameiokit.internal.ims;

import org.jspecify.annotations.NullMarked;
