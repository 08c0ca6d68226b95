package io.github.frameiokit.internal.discovery;

import java.lang.reflect.Modifier;
import java.util.Optional;

/**
 * What both extensions can tell of an observer. Types are names, since one of them runs where there are no classes yet.
 *
 * @param name the bean's class and the method, for logs and problems
 * @param eventType the observed type
 * @param async whether it observes asynchronously
 * @param method the method, where there is one
 */
record Observed(String name, String eventType, boolean async, Optional<Method> method) {

    /**
     * The method of an observer.
     *
     * @param returnType the type it returns
     * @param modifiers its modifiers
     * @param classModifiers those of the bean's class
     */
    record Method(String returnType, int modifiers, int classModifiers) {

        String simpleReturnType() {
            return returnType.substring(Math.max(returnType.lastIndexOf('.'), returnType.lastIndexOf('$')) + 1);
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

    boolean observes(Class<?> event) {
        return eventType.equals(event.getName());
    }
}
