package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an annotated observer as a handler; what is wrong with it becomes a problem. */
final class HandlerReader {

    private static final Pattern WEBHOOK_TYPE = Pattern.compile("\\*|[^\\s.*,]+(\\.[^\\s.*,]+)*(\\.\\*)?");
    private static final int LONGEST_ACTION = 255;
    private static final Set<Class<?>> ANSWERS = Set.of(void.class, Message.class, Form.class, ActionResponse.class);

    private final Problems problems;

    HandlerReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Handler> webhook(String name, Webhook webhook, ObserverMethod<?> observer) {
        if (observer.getObservedType() != WebhookEvent.class) {
            problems.wrongEventClass(name, "Webhook", "WebhookEvent");
            return Optional.empty();
        }
        List<String> types = List.of(webhook.value());
        if (types.isEmpty()) {
            problems.noWebhookType(name);
        }
        types.stream()
                .filter(type -> !WEBHOOK_TYPE.matcher(type).matches())
                .forEach(type -> problems.malformedWebhookType(name, type));
        return Optional.of(new Handler(Kind.WEBHOOK, name, types, name, Set.of(), webhook.secret()));
    }

    Optional<Handler> action(String name, Action action, ObserverMethod<?> observer, Optional<Method> method) {
        if (observer.getObservedType() != ActionEvent.class) {
            problems.wrongEventClass(name, "Action", "ActionEvent");
            return Optional.empty();
        }
        String type = action.value();
        if (type.isBlank() || !type.equals(type.strip()) || type.length() > LONGEST_ACTION || type.contains("*")) {
            problems.malformedActionType(name, type);
        }
        method.ifPresent(it -> checkAnswer(name, it, observer));
        String title = action.name().isBlank() ? type : action.name();
        return Optional.of(new Handler(Kind.ACTION, name, List.of(type), title, Set.of(action.on()), action.secret()));
    }

    private void checkAnswer(String name, Method method, ObserverMethod<?> observer) {
        Class<?> returned = method.getReturnType();
        if (!ANSWERS.contains(returned)) {
            problems.wrongReturnType(name, returned.getSimpleName());
        } else if (observer.isAsync() && returned != void.class) {
            problems.asyncAnswer(name);
        }
        whyNotInterceptable(method, observer.getBeanClass()).ifPresent(why -> problems.notInterceptable(name, why));
    }

    /** What keeps CDI from intercepting a method; binding an interceptor to such a one would be the server's error. */
    static Optional<String> whyNotInterceptable(Method method, Class<?> beanClass) {
        int modifiers = method.getModifiers();
        if (Modifier.isPrivate(modifiers)) {
            return Optional.of("is private");
        }
        if (Modifier.isStatic(modifiers)) {
            return Optional.of("is static");
        }
        if (Modifier.isFinal(modifiers)) {
            return Optional.of("is final");
        }
        return Modifier.isFinal(beanClass.getModifiers()) ? Optional.of("its class is final") : Optional.empty();
    }
}
