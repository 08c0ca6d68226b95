package io.github.frameiokit.it.app;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Fails before the handler. */
@Interceptor
@Refused
@Priority(Interceptor.Priority.APPLICATION)
public class RefusingInterceptor {

    @AroundInvoke
    Object refuse(InvocationContext invocation) {
        throw new IllegalStateException("the interceptor's own trouble");
    }
}
