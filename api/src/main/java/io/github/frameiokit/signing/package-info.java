/**
 * The signatures of requests: {@link io.github.frameiokit.signing.Signature Signature} signs and verifies,
 * {@link io.github.frameiokit.signing.SigningSecretResolver SigningSecretResolver} finds the secrets of an app that
 * serves several accounts.
 *
 * <p>No method of this package takes or returns null unless its documentation says so. A null argument is a
 * {@link NullPointerException} whose message is the parameter's name.
 */
@NullMarked
package io.github.frameiokit.signing;

import org.jspecify.annotations.NullMarked;
