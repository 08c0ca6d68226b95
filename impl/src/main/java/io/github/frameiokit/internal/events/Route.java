package io.github.frameiokit.internal.events;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Leads an event to the handlers of its type. CDI compares this qualifier's value, which it doesn't do with
 * {@code @Webhook} and {@code @Action}, so it calls no other handlers, however many the app has.
 */
@Qualifier
@Repeatable(Route.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Route {

    /** The types of the handlers that it leads to, separated by commas. */
    String value();

    /** The routes of one event. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Several {

        Route[] value();
    }

    /** A route as a value. */
    final class Literal extends AnnotationLiteral<Route> implements Route {

        private static final long serialVersionUID = 1L;

        private final String value;

        private Literal(String value) {
            this.value = value;
        }

        /** The route to a handler. Handlers of the same types share it. */
        public static Literal to(Handler handler) {
            return to(handler.types());
        }

        /** The route to handlers of these types. */
        public static Literal to(List<String> types) {
            return new Literal(String.join(",", types));
        }

        @Override
        public String value() {
            return value;
        }
    }
}
