package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.response.ActionResponse;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Keeps what an action's handler returns; outermost, so that the app's own interceptors have had their say. */
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
