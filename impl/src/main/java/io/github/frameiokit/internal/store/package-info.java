/**
 * The token stores that the configuration can name. It knows the API and the ground floor; only
 * {@code DynamoTokenStore} knows the AWS SDK.
 */
@NullMarked
package io.github.frameiokit.internal.store;

import org.jspecify.annotations.NullMarked;
