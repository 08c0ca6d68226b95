package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.store.ConfiguredTokenStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Checks the app as a whole once all its handlers are known. */
final class SetupCheck {

    private final Handlers handlers;
    private final Problems problems;

    SetupCheck(Handlers handlers, Problems problems) {
        this.handlers = handlers;
        this.problems = problems;
    }

    void checkConfig(Config config, boolean resolverFound, Optional<String> authorizing) {
        ConfigCheck values = new ConfigCheck(config, problems, secretProperties());
        values.checkValues();
        handlers.all().stream()
                .filter(Handler::userAuth)
                .map(handler -> handler.method() + " has userAuth = true")
                .findFirst()
                .or(() -> authorizing.map(bean -> bean + " has UserAuthorizations injected"))
                .ifPresent(values::signsIn);
        values.checkClient();
        if (!resolverFound) {
            handlers.all().forEach(handler -> checkSecret(handler, config, values));
        }
    }

    /** All that may hold signing secrets. */
    private Set<String> secretProperties() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> handlers.secretProperties(kind).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Checks that what says where tokens are kept doesn't contradict itself. */
    void checkTokenStore(Config config, Optional<String> ownStore) {
        try {
            ConfiguredTokenStore.checkChoice(config, ownStore);
        } catch (IllegalStateException e) {
            problems.told(e.getMessage());
        }
    }

    void checkApplications(Config config, ApplicationCheck applications) {
        applicationHandler(config).ifPresent(handler -> applications.run(handler, problems));
    }

    void checkApplications(Config config, ApplicationCheck applications, Object startedContext) {
        applicationHandler(config).ifPresent(handler -> applications.run(handler, problems, startedContext));
    }

    /** A handler to report, where there are any that need an application to serve them. */
    private Optional<Handler> applicationHandler(Config config) {
        return Settings.APPLICATION_CHECK.getIfValid(config)
                ? handlers.all().stream().findFirst()
                : Optional.empty();
    }

    void checkPairs() {
        List<Handler> all = handlers.all();
        for (int i = 0; i < all.size(); i++) {
            Handler one = all.get(i);
            for (Handler other : all.subList(i + 1, all.size())) {
                if (one.kind() != other.kind() || !one.overlaps(other)) {
                    continue;
                }
                if (one.kind() == Kind.ACTION) {
                    problems.twoHandlers(one, other);
                } else if (!one.secret().isEmpty()
                        && !other.secret().isEmpty()
                        && !one.secret().equals(other.secret())) {
                    problems.differentSecrets(one, other);
                }
            }
        }
    }

    private void checkSecret(Handler handler, Config config, ConfigCheck values) {
        handler.types().stream()
                .map(type -> handlers.secretProperty(handler.kind(), type))
                .distinct()
                .filter(values::isFree)
                .filter(property -> Settings.secrets(property)
                        .find(config)
                        .orElse(List.of())
                        .isEmpty())
                .forEach(property -> problems.noSecret(handler, property));
    }
}
