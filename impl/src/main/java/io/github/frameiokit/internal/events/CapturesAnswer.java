package io.github.frameiokit.internal.events;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binds the interceptor that keeps a handler's answer; the extension puts it on every {@code @Action} method. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CapturesAnswer {

    /** The annotation as an instance. */
    @SuppressWarnings("serial")
    final class Literal extends AnnotationLiteral<CapturesAnswer> implements CapturesAnswer {

        public static final Literal INSTANCE = new Literal();
    }
}
