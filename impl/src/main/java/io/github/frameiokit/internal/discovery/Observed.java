package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What both extensions can tell of an observer. Types are names, since one of them runs where there are no classes yet.
 *
 * @param bean the bean's class
 * @param name the bean's class and the method, for logs and problems
 * @param eventType the observed type; of a type variable, its bound
 * @param qualifiers those that aren't the kit's own, by their simple names
 * @param async whether it observes asynchronously
 * @param conditional whether it is called only if its bean exists already
 * @param phase when it is called, in a transaction
 * @param method the method, where there is one
 */
record Observed(
        String bean,
        String name,
        String eventType,
        List<String> qualifiers,
        boolean async,
        boolean conditional,
        TransactionPhase phase,
        Optional<Method> method) {

    private static final Set<String> EVENTS =
            Set.of(WebhookEvent.class.getName(), ActionEvent.class.getName(), FrameioEvent.class.getName());

    /**
     * The method of an observer.
     *
     * @param returnType the type it returns
     * @param modifiers its modifiers
     * @param classModifiers those of the bean's class
     */
    record Method(String returnType, int modifiers, int classModifiers) {

        String simpleReturnType() {
            return Observed.simple(returnType);
        }

        /** What keeps CDI from intercepting it; binding an interceptor to such a one would be the server's error. */
        Optional<String> whyNotInterceptable() {
            if (Modifier.isPrivate(modifiers)) {
                return Optional.of("is private");
            }
            if (Modifier.isStatic(modifiers)) {
                return Optional.of("is static");
            }
            if (Modifier.isFinal(modifiers)) {
                return Optional.of("is final");
            }
            return Modifier.isFinal(classModifiers) ? Optional.of("its class is final") : Optional.empty();
        }
    }

    static String simple(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    static boolean isEvent(String type) {
        return EVENTS.contains(type);
    }

    boolean observes(Class<?> event) {
        return eventType.equals(event.getName());
    }

    /** Whether it takes all events of a class of the kit's, as one without a qualifier does. */
    boolean takesAll() {
        return isEvent(eventType) && qualifiers.isEmpty();
    }

    /** Whether only events that the app itself fires can reach it. */
    boolean isOfTheApp() {
        return isEvent(eventType) && !qualifiers.isEmpty();
    }

    boolean isInDefaultPackage() {
        return bean.indexOf('.') < 0;
    }
}
