/**
 * Installation: what the app registers in a workspace, planning and applying it, and the signing secrets by address. It
 * knows {@code events}, {@code client}, {@code oauth} and {@code store}.
 */
@NullMarked
package io.github.frameiokit.internal.install;

import org.jspecify.annotations.NullMarked;
