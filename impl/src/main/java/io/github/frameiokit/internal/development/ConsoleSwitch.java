package io.github.frameiokit.internal.development;

import io.github.frameiokit.delivery.Deliveries;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Inbox;
import io.github.frameiokit.internal.events.Recorder;
import io.github.frameiokit.internal.store.ConfiguredTokenStore;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.signing.SigningSecretResolver;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Opens the development console when the app starts, if the configuration switches it on, and closes it at the end. */
@ApplicationScoped
public class ConsoleSwitch implements Recorder.Source {

    @Inject
    private Config config;

    @Inject
    private Handlers handlers;

    @Inject
    private ConsoleKey key;

    @Inject
    private CurrentRequest request;

    @Inject
    private Instance<SigningSecretResolver> resolvers;

    @Inject
    private ConfiguredTokenStore store;

    @Inject
    private Instance<TokenStore> ownStores;

    @Inject
    private Inbox inbox;

    @Inject
    private Instance<Deliveries> deliveries;

    @Inject
    @Any
    private Instance<Object> beans;

    private Optional<ConsoleDoor> door = Optional.empty();

    @PostConstruct
    void open() {
        if (Settings.CONSOLE.get(config) && Settings.DEVELOPMENT.get(config)) {
            Optional<SigningSecretResolver> resolver =
                    resolvers.isUnsatisfied() ? Optional.empty() : Optional.of(resolvers.get());
            door = Optional.of(ConsoleDoor.open(
                    config, handlers, key.text(), resolver, store, this::ownStore, request, this::queue, beans));
        }
    }

    /** The class of the app's own store, perhaps a proxy's. */
    private Optional<Class<?>> ownStore() {
        return ownStores.isResolvable() ? Optional.of(ownStores.get().getClass()) : Optional.empty();
    }

    private Optional<Deliveries> queue() {
        return inbox.isDurable() && deliveries.isResolvable() ? Optional.of(deliveries.get()) : Optional.empty();
    }

    @PreDestroy
    void close() {
        door.ifPresent(ConsoleDoor::close);
    }

    @Override
    public Recorder recorder() {
        return door.map(ConsoleDoor::recorder).orElse(Recorder.NONE);
    }

    Optional<ConsoleDoor> door() {
        return door;
    }
}
