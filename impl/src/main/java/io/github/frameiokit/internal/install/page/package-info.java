/**
 * The install page, where people whom the app's owner doesn't know install the app. It knows {@code events},
 * {@code client}, {@code ims}, {@code oauth} and {@code pages}, and of installation only what apps see.
 */
@NullMarked
package io.github.frameiokit.internal.install.page;

import org.jspecify.annotations.NullMarked;
