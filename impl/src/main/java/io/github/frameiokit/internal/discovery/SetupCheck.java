package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Checks the app as a whole once all its handlers are known. */
final class SetupCheck {

    private final Findings findings;
    private final Handlers handlers;
    private final Problems problems;

    SetupCheck(Findings findings, Problems problems) {
        this.findings = findings;
        handlers = findings.handlers();
        this.problems = problems;
    }

    void checkConfig(Config config) {
        ConfigCheck values = new ConfigCheck(config, problems, secretProperties());
        values.checkValues();
        handlers.all().stream()
                .filter(handler -> handler instanceof ActionHandler action && action.userAuth())
                .map(handler -> handler.id() + " has userAuth = true")
                .findFirst()
                .or(() -> findings.authorizing().map(bean -> bean + " has UserAuthorizations injected"))
                .ifPresent(values::signsIn);
        values.checkClient();
        if (!findings.resolver()) {
            handlers.all().forEach(handler -> checkSecret(handler, config, values));
        }
        values.checkTokenStore(findings.ownStore());
    }

    /** All properties with signing secrets. */
    private Set<String> secretProperties() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> handlers.secretProperties(kind).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void checkApplications(Config config, ApplicationCheck applications) {
        applicationHandler(config).ifPresent(handler -> applications.run(handler, problems));
    }

    void checkApplications(Config config, ApplicationCheck applications, Object startedContext) {
        applicationHandler(config).ifPresent(handler -> applications.run(handler, problems, startedContext));
    }

    /** A handler to name in the report; empty where no handler needs an application. */
    private Optional<Handler> applicationHandler(Config config) {
        return Settings.APPLICATION_CHECK.getIfValid(config)
                ? handlers.all().stream().findFirst()
                : Optional.empty();
    }

    void checkPairs() {
        List<Handler> all = handlers.all();
        for (int i = 0; i < all.size(); i++) {
            for (Handler other : all.subList(i + 1, all.size())) {
                checkPair(all.get(i), other);
            }
        }
    }

    private void checkPair(Handler one, Handler other) {
        if (one.kind() != other.kind() || !one.overlaps(other)) {
            return;
        }
        if (one instanceof ActionHandler action) {
            problems.twoHandlers(action, other);
        } else if (!one.secret().isEmpty()
                && !other.secret().isEmpty()
                && !one.secret().equals(other.secret())) {
            problems.differentSecrets(one, other);
        }
    }

    private void checkSecret(Handler handler, Config config, ConfigCheck values) {
        handler.types().stream()
                .map(type -> handlers.secretProperty(handler.kind(), type))
                .distinct()
                .filter(values::isFree)
                .filter(property -> Settings.secrets(config, property).isEmpty())
                .forEach(property -> problems.noSecret(handler, property));
    }
}
