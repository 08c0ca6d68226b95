package io.github.frameiokit.internal.events;

import io.github.frameiokit.Action;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the interceptor of handlers must know of a method, read from it at its first event. */
@ApplicationScoped
public class HandlerMethods {

    private static final List<String> ALL = List.of("*");

    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    @Inject
    private Handlers handlers;

    /** An inherited method is another one in each bean. */
    private record Key(Class<?> bean, Method method) {}

    /**
     * A handler method.
     *
     * @param name the bean's class and the method
     * @param types the types, families or {@code "*"} it takes
     * @param async whether nobody waits for it
     */
    record Entry(String name, List<String> types, boolean async) {

        boolean takes(FrameioEvent event) {
            return types.stream().anyMatch(pattern -> Handler.matches(pattern, event.type()));
        }
    }

    Entry of(Object target, Method method) {
        Key key = new Key(target == null ? method.getDeclaringClass() : target.getClass(), method);
        Entry known = entries.get(key);
        return known != null ? known : entries.computeIfAbsent(key, this::read);
    }

    private Entry read(Key key) {
        Parameter event = Arrays.stream(key.method.getParameters())
                .filter(parameter -> FrameioEvent.class.isAssignableFrom(parameter.getType()))
                .findFirst()
                .orElseThrow();
        return new Entry(name(key), types(event), event.isAnnotationPresent(ObservesAsync.class));
    }

    private static List<String> types(Parameter event) {
        if (event.isAnnotationPresent(Action.class)) {
            return List.of(event.getAnnotation(Action.class).value());
        }
        return event.isAnnotationPresent(Webhook.class)
                ? List.of(event.getAnnotation(Webhook.class).value())
                : ALL;
    }

    /** The bean's own class stands above what the container made of it. */
    private String name(Key key) {
        for (Class<?> type = key.bean; type != null; type = type.getSuperclass()) {
            String name = name(type, key.method);
            if (handlers.all().stream().anyMatch(handler -> handler.method().equals(name))) {
                return name;
            }
        }
        return name(key.method.getDeclaringClass(), key.method);
    }

    private static String name(Class<?> type, Method method) {
        return type.getName() + "#" + method.getName();
    }
}
