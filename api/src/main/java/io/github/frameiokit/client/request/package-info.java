/**
 * Requests to Frame.io: drafts of what to create, updates of what to change, queries of what to list. All of them are
 * immutable {@link io.github.frameiokit.client.request.RequestParameters}, built with the names that Frame.io's
 * reference has for its parameters.
 */
@NullMarked
package io.github.frameiokit.client.request;

import org.jspecify.annotations.NullMarked;
