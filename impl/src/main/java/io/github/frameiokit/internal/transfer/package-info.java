/** Uploads and downloads of files, in parts. It knows {@code http}. */
package io.github.frameiokit.internal.transfer;
