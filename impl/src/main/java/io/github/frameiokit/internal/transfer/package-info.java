/** Uploads and downloads of files, in parts. It knows {@code http}. */
@NullMarked
package io.github.frameiokit.internal.transfer;

import org.jspecify.annotations.NullMarked;
