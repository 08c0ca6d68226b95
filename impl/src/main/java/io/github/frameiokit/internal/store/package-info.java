/**
 * The token stores that the configuration can name. It knows the API and the ground floor; only
 * {@code DynamoTokenStore} knows the AWS SDK.
 */
package io.github.frameiokit.internal.store;
