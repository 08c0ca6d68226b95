/**
 * What an app writes its handlers with: {@link io.github.frameiokit.Webhook @Webhook} and
 * {@link io.github.frameiokit.Action @Action}, and the events they get.
 */
package io.github.frameiokit;
