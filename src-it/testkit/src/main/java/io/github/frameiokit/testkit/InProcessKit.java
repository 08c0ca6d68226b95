package io.github.frameiokit.testkit;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The kit in a test's container. Its classes are found by name, since this module is built before it. */
final class InProcessKit {

    /** Where the app would be. */
    static final URI BASE = URI.create("http://localhost:8080/");

    private static final URI EVENTS = BASE.resolve("frameio");
    private static final String EXTENSION = "io.github.frameiokit.internal.discovery.FrameioExtension";
    private static final String DELIVERY = "io.github.frameiokit.internal.events.InProcessDelivery";
    private static final String SIGN_IN = "io.github.frameiokit.internal.oauth.InProcessSignIn";

    private final Object delivery;
    private final Object signIn;

    InProcessKit(Instance<Object> beans) {
        delivery = create(DELIVERY, beans);
        signIn = create(SIGN_IN, beans);
    }

    /** Says what is missing before anything else fails for it. */
    static void check() {
        type(DELIVERY);
    }

    /** The class loader of the kit, by which it finds its configuration. */
    static ClassLoader loader() {
        return type(EXTENSION).getClassLoader();
    }

    /** The kit's own beans. */
    static List<Class<?>> beans() {
        return BeanClasses.besides(type(EXTENSION));
    }

    Answer deliver(TestEvent<?> event) {
        Object outcome = call(
                delivery,
                "deliver",
                new Class<?>[] {FrameioEvent.class, URI.class, URI.class, Map.class},
                event.event(),
                BASE,
                event.sending().to(EVENTS),
                event.sending().headers());
        Map.Entry<?, ?> answer = (Map.Entry<?, ?>) outcome;
        return new Answer((Integer) answer.getKey(), new String((byte[]) answer.getValue(), StandardCharsets.UTF_8));
    }

    void signIn(TestAction event) {
        Function<URI, Map<String, String>> browser = InProcessKit::atAdobe;
        call(signIn, "signIn", new Class<?>[] {ActionEvent.class, Function.class}, event.event(), browser);
    }

    /** The parameters that Adobe sends a browser back with. */
    private static Map<String, String> atAdobe(URI authorize) {
        try {
            HttpResponse<Void> redirect = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(authorize).build(), HttpResponse.BodyHandlers.discarding());
            return Wire.parameters(
                    URI.create(redirect.headers().firstValue("Location").orElse(""))
                            .getRawQuery());
        } catch (IOException e) {
            throw new IllegalStateException("The fake of Adobe doesn't answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Object create(String name, Instance<Object> beans) {
        try {
            return type(name).getConstructor(Instance.class).newInstance(beans);
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (ReflectiveOperationException e) {
            throw missing(e);
        }
    }

    private static Object call(Object target, String method, Class<?>[] parameters, Object... arguments) {
        try {
            return target.getClass().getMethod(method, parameters).invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw unwrapped(e);
        } catch (ReflectiveOperationException e) {
            throw missing(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw missing(e);
        }
    }

    private static RuntimeException unwrapped(InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    private static IllegalStateException missing(ReflectiveOperationException e) {
        return new IllegalStateException(
                "@FrameioTest needs io.github.frameiokit:frameio-kit in the test kit's version on the class path; add that"
                        + " dependency.",
                e);
    }
}
