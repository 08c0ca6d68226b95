/**
 * Installation: an app registers its webhook and its custom actions in a workspace, and keeps their signing secrets.
 *
 * <p>{@link io.github.frameiokit.install.Installations Installations} is what an app injects,
 * {@link io.github.frameiokit.install.InstallationChanged InstallationChanged} is what it can observe,
 * {@link io.github.frameiokit.install.InstallFields InstallFields} is what it produces to ask an installer for values,
 * and {@link io.github.frameiokit.install.InstallSettings InstallSettings} has those values in a handler.
 *
 * <p>No method of this package takes or returns null. A null argument is a {@link NullPointerException} whose message
 * is the parameter's name.
 */
@NullMarked
package io.github.frameiokit.install;

import org.jspecify.annotations.NullMarked;
