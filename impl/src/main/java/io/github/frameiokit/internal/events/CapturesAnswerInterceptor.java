package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.response.ActionResponse;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Keeps the return value of an action's handler. It is the outermost interceptor, so it sees what the app's
 * interceptors return.
 */
@Interceptor
@CapturesAnswer
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class CapturesAnswerInterceptor {

    @Inject
    private Exchanges exchanges;

    @AroundInvoke
    Object keepAnswer(InvocationContext invocation) throws Exception {
        Object result = invocation.proceed();
        if (result instanceof ActionResponse response) {
            for (Object parameter : invocation.getParameters()) {
                if (parameter instanceof ActionEvent event) {
                    exchanges.answered(event, response);
                }
            }
        }
        return result;
    }
}
