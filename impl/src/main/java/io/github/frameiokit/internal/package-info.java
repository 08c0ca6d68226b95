/**
 * The ground floor, on which all other packages stand: settings, paths, JNDI, threads, clocks, texts, JSON. It knows
 * the API and no other package of the kit.
 */
@NullMarked
package io.github.frameiokit.internal;

import org.jspecify.annotations.NullMarked;
