package io.github.frameiokit.internal.events;

import io.github.frameiokit.FrameioEvent;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Array;
import java.lang.reflect.Method;

/** Lets only its types reach a handler, and keeps its failure from stopping the others; outermost. */
@Interceptor
@Guarded
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class GuardedInterceptor {

    @Inject
    private HandlerMethods methods;

    @Inject
    private Exchanges exchanges;

    @AroundInvoke
    Object guard(InvocationContext invocation) throws Exception {
        for (Object parameter : invocation.getParameters()) {
            if (parameter instanceof FrameioEvent event) {
                return guard(invocation, event);
            }
        }
        return invocation.proceed();
    }

    private Object guard(InvocationContext invocation, FrameioEvent event) throws Exception {
        Method called = invocation.getMethod();
        HandlerMethods.Entry method = methods.of(invocation.getTarget(), called);
        Object returned = null;
        if (method.takes(event)) {
            returned = exchanges.call(
                    method.name(), called.getDeclaringClass(), event, method.async(), invocation::proceed);
        }
        return returned != null ? returned : nothing(called.getReturnType());
    }

    /** What a method may return that wasn't run; an observer may well return a number. */
    private static Object nothing(Class<?> type) {
        return type.isPrimitive() && type != void.class ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
