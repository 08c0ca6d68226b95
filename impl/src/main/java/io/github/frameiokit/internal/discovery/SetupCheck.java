package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.install.StartupInstallation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Checks the app as a whole once all its handlers are known. */
final class SetupCheck {

    private static final int LONGEST_TEXT = 255;

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
        if (Settings.INSTALL_ENABLED.getIfValid(config)) {
            values.needsClient(Settings.INSTALL_ENABLED + " is true");
        }
        values.checkClient();
        Optional<String> installation = installation(config);
        // an app whose workspaces have no value is about to register itself, and needs no configured secret
        if (!findings.resolver() && installation.isEmpty() && values.isFree(Settings.INSTALL_WORKSPACES.key())) {
            checkSecrets(config, values);
        }
        installation.ifPresent(because -> {
            values.checkInstallation(because, findings.ownStore());
            checkLengths();
        });
        if (StartupInstallation.isWanted(config)) {
            values.checkStartupInstallation();
        }
        values.checkTokenStore(findings.ownStore());
        values.checkNodes(findings.ownStore(), findings.interactionBean());
        values.checkDelivery(findings.ownQueue());
    }

    /** Why the app registers itself, and so gets secrets that nobody configures; empty if it doesn't. */
    private Optional<String> installation(Config config) {
        if (StartupInstallation.isWanted(config)) {
            return Optional.of(Settings.INSTALL_WORKSPACES + " is set");
        }
        if (Settings.INSTALL_ENABLED.getIfValid(config)) {
            return Optional.of(Settings.INSTALL_ENABLED + " is true");
        }
        return findings.installs() && Settings.BASE_URL.isSet(config)
                ? Optional.of("the app has Installations injected")
                : Optional.empty();
    }

    /** Frame.io accepts no longer texts. */
    private void checkLengths() {
        handlers.all().stream()
                .filter(ActionHandler.class::isInstance)
                .map(ActionHandler.class::cast)
                .filter(action ->
                        Math.max(action.title().length(), action.description().length()) > LONGEST_TEXT)
                .forEach(action -> problems.longTexts(action, LONGEST_TEXT));
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

    /** Compares only handlers that can contradict each other, since all pairs are the square of their number. */
    void checkPairs() {
        List<Handler> withSecret = handlers.all().stream()
                .filter(handler ->
                        handler.kind() == Kind.WEBHOOK && !handler.secret().isEmpty())
                .toList();
        forEachPair(withSecret, (one, other) -> {
            if (!one.secret().equals(other.secret()) && one.overlaps(other)) {
                problems.differentSecrets(one, other);
            }
        });
        handlers.all().stream()
                .filter(ActionHandler.class::isInstance)
                .map(action -> action.types().get(0))
                .distinct()
                .map(type -> handlers.handling(Kind.ACTION, type))
                .forEach(same -> forEachPair(same, problems::twoHandlers));
    }

    private static void forEachPair(List<Handler> some, BiConsumer<Handler, Handler> check) {
        for (int i = 0; i < some.size(); i++) {
            for (Handler other : some.subList(i + 1, some.size())) {
                check.accept(some.get(i), other);
            }
        }
    }

    private void checkSecrets(Config config, ConfigCheck values) {
        Set<String> missing = secretProperties();
        missing.removeIf(property ->
                !values.isFree(property) || !Settings.secrets(config, property).isEmpty());
        handlers.all()
                .forEach(handler -> handler.types().stream()
                        .map(type -> handlers.secretProperty(handler.kind(), type))
                        .distinct()
                        .filter(missing::contains)
                        .forEach(property -> problems.noSecret(handler, property)));
    }
}
