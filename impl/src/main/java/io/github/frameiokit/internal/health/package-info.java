/**
 * Health: what an orchestrator is told about this node. Only the classes whose names end with {@code Check} use
 * MicroProfile Health. They are beans only where the server has it, and are loaded nowhere else. It knows
 * {@code events}, {@code store}, {@code delivery} and {@code install}.
 */
@NullMarked
package io.github.frameiokit.internal.health;

import org.jspecify.annotations.NullMarked;
