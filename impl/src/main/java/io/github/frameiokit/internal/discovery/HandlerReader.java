package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an annotated observer as a handler; what is wrong with it becomes a problem. */
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

    Optional<Handler> webhook(Observed observer, List<String> types, String secret) {
        String name = observer.name();
        if (!observer.observes(WebhookEvent.class)) {
            problems.wrongEventClass(name, "Webhook", "WebhookEvent");
            return Optional.empty();
        }
        if (types.isEmpty()) {
            problems.noWebhookType(name);
        }
        types.stream()
                .filter(type -> !WEBHOOK_TYPE.matcher(type).matches())
                .forEach(type -> problems.malformedWebhookType(name, type));
        return Optional.of(new Handler(Kind.WEBHOOK, name, types, name, Set.of(), false, secret));
    }

    Optional<Handler> action(
            Observed observer, String type, String title, Set<ResourceType> on, boolean userAuth, String secret) {
        String name = observer.name();
        if (!observer.observes(ActionEvent.class)) {
            problems.wrongEventClass(name, "Action", "ActionEvent");
            return Optional.empty();
        }
        if (type.isBlank() || !type.equals(type.strip()) || type.length() > LONGEST_ACTION || type.contains("*")) {
            problems.malformedActionType(name, type);
        }
        if (userAuth && observer.async()) {
            problems.asyncUserAuth(name);
        }
        observer.method().ifPresent(method -> checkAnswer(observer, method));
        return Optional.of(
                new Handler(Kind.ACTION, name, List.of(type), title.isBlank() ? type : title, on, userAuth, secret));
    }

    /** An observer without a qualifier: it gets every webhook, but no action is its own. */
    Optional<Handler> unqualified(Observed observer) {
        return observer.observes(WebhookEvent.class)
                ? Optional.of(
                        new Handler(Kind.WEBHOOK, observer.name(), List.of("*"), observer.name(), Set.of(), false, ""))
                : Optional.empty();
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
