/** The API's models and parameters, from and to JSON. It knows the API and the ground floor. */
@NullMarked
package io.github.frameiokit.internal.json;

import org.jspecify.annotations.NullMarked;
