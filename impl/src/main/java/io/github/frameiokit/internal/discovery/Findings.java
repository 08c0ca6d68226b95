package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.events.Handlers;
import java.util.Optional;

/**
 * What an extension has found in the app.
 *
 * @param handlers the handlers
 * @param resolver whether the app has a {@code SigningSecretResolver}
 * @param authorizing a bean that lets users sign in; empty if the app has none
 * @param ownStore the app's own token store; empty if it has none
 * @param interactionBean a class of {@code @InteractionScoped} beans; empty if the app has none
 * @param ownQueue the app's own queue for deliveries; empty if it has none
 * @param client whether the app has the client injected
 * @param installs whether the app has {@code Installations} injected
 * @param installSettings whether the app has {@code InstallSettings} injected
 * @param applicationPath the path of the JAX-RS application that serves the kit, with slashes around it; empty if it
 *     isn't known
 */
record Findings(
        Handlers handlers,
        boolean resolver,
        Optional<String> authorizing,
        Optional<String> ownStore,
        Optional<String> interactionBean,
        Optional<String> ownQueue,
        boolean client,
        boolean installs,
        boolean installSettings,
        Optional<String> applicationPath) {}
