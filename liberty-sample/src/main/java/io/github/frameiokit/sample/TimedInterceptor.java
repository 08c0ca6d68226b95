package io.github.frameiokit.sample;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;

/** Shows an interceptor around every handler of the app: it logs how long each one takes. */
@Timed
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class TimedInterceptor {

    private static final System.Logger LOG = System.getLogger(TimedInterceptor.class.getName());

    @AroundInvoke
    Object time(InvocationContext handler) throws Exception {
        long start = System.nanoTime();
        try {
            return handler.proceed();
        } finally {
            Method method = handler.getMethod();
            LOG.log(
                    System.Logger.Level.INFO,
                    method.getDeclaringClass().getSimpleName() + "." + method.getName() + " took "
                            + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms");
        }
    }
}
