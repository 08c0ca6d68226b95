package io.github.frameiokit.it.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The traits that a test needs. The test is skipped on a server that lacks one, with the trait as the reason. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Condition.class)
public @interface Needs {

    Trait[] value();

    /** Skips a test without one of its traits. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), Needs.class)
                    .flatMap(needs -> Arrays.stream(needs.value())
                            .filter(trait -> !trait.isThere())
                            .findFirst())
                    .map(trait -> ConditionEvaluationResult.disabled("this server lacks " + trait))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("the server has it all"));
        }
    }
}
