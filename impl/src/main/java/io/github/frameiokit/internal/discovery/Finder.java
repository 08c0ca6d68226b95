package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.install.Installations;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what both extensions find in the app, and the problems that show meanwhile. */
final class Finder {

    /** The kit's own beans that have injected what otherwise only apps have. */
    private static final String INSTALLATION = "io.github.frameiokit.internal.install.";

    private static final String INSTALL_PAGE = INSTALLATION + "page.";

    private final boolean apart;
    private final Problems problems = new Problems();
    private final HandlerReader reader = new HandlerReader(problems);
    private final UserInjections users = new UserInjections(problems);
    private final ApplicationCheck applications = new ApplicationCheck();
    private final List<Handler> handlers = new ArrayList<>();
    private Optional<String> ownStore = Optional.empty();
    private Optional<String> interactionBean = Optional.empty();
    private Optional<String> ownQueue = Optional.empty();
    private boolean asynchronous;
    private boolean resolver;
    private boolean client;
    private boolean installs;
    private boolean installSettings;

    /**
     * Begins without findings.
     *
     * @param apart whether the observers with a route stand apart from the app's own
     */
    Finder(boolean apart) {
        this.apart = apart;
    }

    Problems problems() {
        return problems;
    }

    ApplicationCheck applications() {
        return applications;
    }

    /** Reads an observer of events; returns the handler, or empty if it only listens to actions or has a problem. */
    Optional<Handler> observer(Observed observed) {
        Optional<Handler> handler = reader.read(observed);
        handler.ifPresent(handlers::add);
        return handler;
    }

    /** An observer, of any type that events have, is asynchronous. */
    void asynchronousObserver() {
        asynchronous = true;
    }

    void resolver() {
        resolver = true;
    }

    void ownStore(String bean) {
        ownStore = Optional.of(bean);
    }

    void ownQueue(String bean) {
        ownQueue = Optional.of(bean);
    }

    /**
     * An {@code @InteractionScoped} bean.
     *
     * @param bean its class
     * @param modifiers those of the class
     * @param injected whether anything is injected into it
     */
    void interactionBean(String bean, int modifiers, boolean injected) {
        interactionBean = Optional.of(bean);
        if (!Modifier.isPublic(modifiers)) {
            problems.hiddenInteractionBean(bean);
        }
        if (injected) {
            problems.injectedInteractionBean(bean);
        }
    }

    /**
     * An injection point.
     *
     * @param bean the class that has it
     * @param types the names of its type and of that type's arguments, for {@code Instance} and {@code Provider}
     * @param asUser whether it has the qualifier {@code @AsUser}
     * @param observer the observer whose parameter it is; otherwise empty
     */
    void injection(String bean, List<String> types, boolean asUser, Optional<UserInjections.Observer> observer) {
        client |= types.contains(FrameioClient.class.getName()) && !bean.startsWith(INSTALLATION);
        installs |= types.contains(Installations.class.getName()) && !bean.startsWith(INSTALL_PAGE);
        installSettings |= types.contains(InstallSettings.class.getName());
        users.found(bean, types, asUser, observer);
    }

    /** The findings so far, in an order that makes builds and reports reproducible. */
    Findings findings() {
        List<Handler> sorted = handlers.stream()
                .sorted(Comparator.comparing(handler -> handler.id().toString()))
                .toList();
        boolean userAuth =
                sorted.stream().anyMatch(handler -> handler instanceof ActionHandler action && action.userAuth());
        return new Findings(
                new Handlers(
                        sorted, asynchronous, userAuth || users.authorizing().isPresent(), apart),
                resolver,
                users.authorizing(),
                ownStore,
                interactionBean,
                ownQueue,
                client,
                installs,
                installSettings,
                applications.path());
    }
}
