package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.WebhookHandler;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an observer of Frame.io's events as a handler and adds its problems. */
final class HandlerReader {

    private static final Pattern WEBHOOK_TYPE = Pattern.compile("\\*|[^\\s.*,]+(\\.[^\\s.*,]+)*(\\.\\*)?");
    private static final int LONGEST_ACTION = 255;
    private static final String NOTHING = void.class.getName();
    private static final Set<String> ANSWERS =
            Set.of(NOTHING, Message.class.getName(), Form.class.getName(), ActionResponse.class.getName());

    private final Problems problems;

    HandlerReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads the handler; empty where the observer only listens to actions, or has a problem. */
    Optional<Handler> read(Observed observer) {
        if (observer.webhook().isPresent() && observer.action().isPresent()) {
            problems.twoKinds(observer.name());
            return Optional.empty();
        }
        checkReach(observer);
        if (observer.webhook().isPresent()) {
            return webhook(observer, observer.webhook().get());
        }
        return observer.action().isPresent()
                ? action(observer, observer.action().get())
                : unqualified(observer);
    }

    /** Checks what CDI accepts but what keeps events from the observer. */
    private void checkReach(Observed observer) {
        if (!observer.qualifiers().isEmpty()) {
            problems.foreignQualifiers(observer.name(), observer.qualifiers());
        }
        if (observer.conditional()) {
            problems.conditional(observer.name());
        }
        if (observer.phase() != TransactionPhase.IN_PROGRESS) {
            problems.transactional(observer.name(), observer.phase().name());
        }
        if (observer.isInDefaultPackage()) {
            problems.defaultPackage(observer.id().bean());
        }
    }

    private Optional<Handler> webhook(Observed observer, Observed.WebhookMark mark) {
        String name = observer.name();
        if (!observer.observes(WebhookEvent.class)) {
            problems.wrongEventClass(name, "Webhook", "WebhookEvent");
            return Optional.empty();
        }
        if (mark.types().isEmpty()) {
            problems.noWebhookType(name);
        }
        mark.types().stream()
                .filter(type -> !WEBHOOK_TYPE.matcher(type).matches())
                .forEach(type -> problems.malformedWebhookType(name, type));
        return Optional.of(new WebhookHandler(observer.id(), mark.types(), observer.async(), mark.secret()));
    }

    private Optional<Handler> action(Observed observer, Observed.ActionMark mark) {
        String name = observer.name();
        String type = mark.type();
        if (!observer.observes(ActionEvent.class)) {
            problems.wrongEventClass(name, "Action", "ActionEvent");
            return Optional.empty();
        }
        if (type.isBlank() || !type.equals(type.strip()) || type.length() > LONGEST_ACTION || type.contains("*")) {
            problems.malformedActionType(name, type);
        }
        if (mark.userAuth() && observer.async()) {
            problems.asyncUserAuth(name);
        }
        observer.method().ifPresent(method -> checkAnswer(observer, method));
        return Optional.of(new ActionHandler(
                observer.id(),
                type,
                mark.title().isBlank() ? type : mark.title(),
                mark.description(),
                mark.on(),
                mark.userAuth(),
                observer.async(),
                mark.secret()));
    }

    /** An observer without a qualifier gets every webhook. It also gets actions, but doesn't handle them. */
    private static Optional<Handler> unqualified(Observed observer) {
        return observer.observes(ActionEvent.class)
                ? Optional.empty()
                : Optional.of(new WebhookHandler(observer.id(), List.of("*"), observer.async(), ""));
    }

    private void checkAnswer(Observed observer, Observed.Method method) {
        if (!ANSWERS.contains(method.returnType())) {
            problems.wrongReturnType(observer.name(), method.simpleReturnType());
        } else if (observer.async() && !method.returnType().equals(NOTHING)) {
            problems.asyncAnswer(observer.name());
        }
        method.whyNotInterceptable().ifPresent(why -> problems.notInterceptable(observer.name(), why));
    }
}
