package io.github.frameiokit.internal.events;

import io.github.frameiokit.FrameioEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls a {@link HandlerGuard} on CDI Lite; outermost, so that the app's interceptors run only for its events. */
@Interceptor
@Guarded
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class GuardedInterceptor {

    @Inject
    private Handlers handlers;

    @Inject
    private Exchanges exchanges;

    /** An instance belongs to one bean. */
    private final Map<Method, HandlerGuard> guards = new ConcurrentHashMap<>();

    @AroundInvoke
    @Nullable
    Object guard(InvocationContext invocation) throws Exception {
        for (Object parameter : invocation.getParameters()) {
            if (parameter instanceof FrameioEvent event) {
                Method called = invocation.getMethod();
                HandlerGuard guard = guards.computeIfAbsent(called, method -> guardOf(invocation.getTarget(), method));
                Object returned = guard.call(exchanges, event, invocation::proceed);
                return returned != null ? returned : nothing(called.getReturnType());
            }
        }
        return invocation.proceed();
    }

    private HandlerGuard guardOf(Object target, Method method) {
        Optional<Handler> handler = handler(target == null ? method.getDeclaringClass() : target.getClass(), method);
        return new HandlerGuard(
                handler.map(Handler::id).orElseGet(() -> Handler.Id.of(method.getDeclaringClass(), method)),
                method.getDeclaringClass(),
                handler.map(Handler::async).orElseGet(() -> isAsync(method)),
                handler);
    }

    /** The container subclasses the bean's own class. */
    private Optional<Handler> handler(Class<?> target, Method method) {
        for (Class<?> type = target; type != null; type = type.getSuperclass()) {
            Optional<Handler> handler = handlers.find(Handler.Id.of(type, method));
            if (handler.isPresent()) {
                return handler;
            }
        }
        return Optional.empty();
    }

    private static boolean isAsync(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(ObservesAsync.class));
    }

    /** The value to return for a method that wasn't run. An observer may return a primitive value. */
    private static @Nullable Object nothing(Class<?> type) {
        return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
