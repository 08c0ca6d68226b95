package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.Handler;
import jakarta.enterprise.event.TransactionPhase;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An observer as both extensions describe it. Types are names, since CDI Lite's extension runs before classes exist.
 *
 * @param id the observer
 * @param eventType the observed type; of a type variable, its bound
 * @param qualifiers those that aren't the kit's own, by their simple names
 * @param async whether it observes asynchronously
 * @param conditional whether it is called only if its bean exists already
 * @param phase when it is called, in a transaction
 * @param method the method; empty for an observer that isn't one
 * @param webhook its {@code @Webhook}
 * @param action its {@code @Action}
 */
record Observed(
        Handler.Id id,
        String eventType,
        List<String> qualifiers,
        boolean async,
        boolean conditional,
        TransactionPhase phase,
        Optional<Method> method,
        Optional<WebhookMark> webhook,
        Optional<ActionMark> action) {

    private static final Set<String> EVENTS =
            Set.of(WebhookEvent.class.getName(), ActionEvent.class.getName(), FrameioEvent.class.getName());

    /** The values of {@link io.github.frameiokit.Webhook}. */
    record WebhookMark(List<String> types, String secret) {}

    /** The values of {@link io.github.frameiokit.Action} that the kit needs. */
    record ActionMark(
            String type, String title, String description, Set<ResourceType> on, boolean userAuth, String secret) {}

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

        /**
         * Why CDI can't intercept it; empty if it can. A server may fail if an interceptor is bound to such a method.
         */
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

    /** Whether Frame.io's events can reach it: it has one of the kit's qualifiers, or no qualifier at all. */
    boolean observesEvents() {
        return isQualified() || isEvent(eventType) && qualifiers.isEmpty();
    }

    /** Whether it has {@code @Webhook} or {@code @Action}. */
    boolean isQualified() {
        return webhook.isPresent() || action.isPresent();
    }

    /** Class and method, for problems. */
    String name() {
        return id.toString();
    }

    boolean isInDefaultPackage() {
        return id.bean().indexOf('.') < 0;
    }
}
