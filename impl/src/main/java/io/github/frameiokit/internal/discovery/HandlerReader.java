package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an observer of Frame.io's events as a handler; what is wrong with it becomes a problem. */
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

    /** What {@link io.github.frameiokit.Webhook} says. */
    record WebhookMark(List<String> types, String secret) {}

    /** What {@link io.github.frameiokit.Action} says, as far as it matters here. */
    record ActionMark(String type, String title, Set<ResourceType> on, boolean userAuth, String secret) {}

    /** The handler that an observer is; empty where it only listens to actions, or can't be one. */
    Optional<Handler> read(Observed observer, Optional<WebhookMark> webhook, Optional<ActionMark> action) {
        if (webhook.isPresent() && action.isPresent()) {
            problems.twoKinds(observer.name());
            return Optional.empty();
        }
        checkReach(observer);
        return webhook.map(it -> webhook(observer, it))
                .or(() -> action.map(it -> action(observer, it)))
                .orElseGet(() -> unqualified(observer));
    }

    /** What keeps events from an observer that CDI itself has nothing against. */
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
            problems.defaultPackage(observer.bean());
        }
    }

    private Optional<Handler> webhook(Observed observer, WebhookMark mark) {
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
        return Optional.of(new Handler(Kind.WEBHOOK, name, mark.types(), name, Set.of(), false, mark.secret()));
    }

    private Optional<Handler> action(Observed observer, ActionMark mark) {
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
        return Optional.of(new Handler(
                Kind.ACTION,
                name,
                List.of(type),
                mark.title().isBlank() ? type : mark.title(),
                mark.on(),
                mark.userAuth(),
                mark.secret()));
    }

    /** An observer without a qualifier: it gets every webhook, but no action is its own. */
    private static Optional<Handler> unqualified(Observed observer) {
        return observer.observes(ActionEvent.class)
                ? Optional.empty()
                : Optional.of(
                        new Handler(Kind.WEBHOOK, observer.name(), List.of("*"), observer.name(), Set.of(), false, ""));
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
