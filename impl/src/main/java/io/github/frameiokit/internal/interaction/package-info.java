/**
 * What all nodes know of an interaction: the answers to its steps, and the app's {@code @InteractionScoped} beans. It
 * knows {@code events} and {@code oauth}, whose sealed store keeps both. Only {@code BeanJson} uses JSON-B.
 */
@NullMarked
package io.github.frameiokit.internal.interaction;

import org.jspecify.annotations.NullMarked;
