package io.github.frameiokit.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests the handlers of an app with JUnit 5, without a server and without HTTP:
 *
 * <pre>{@code
 * @FrameioTest(Actions.class)
 * class ActionsTest {
 *
 *     @Test
 *     void greets(FrameioApp app) {
 *         assertThatMessage(app.deliver(FrameioEvents.action("greeting"))).hasTitle("Greeting");
 *     }
 * }
 * }</pre>
 *
 * <p>A test has parameters of these types, as its lifecycle methods and its constructor may have:
 *
 * <ul>
 *   <li>{@link FrameioApp}: the app's beans and the kit in a CDI container for Java SE
 *   <li>{@link FakeFrameio} and {@link FakeIms}, which the app uses instead of Frame.io and Adobe; the fake of Frame.io
 *       accepts only tokens of the other one
 *   <li>{@link io.github.frameiokit.client.FrameioClient FrameioClient}: a client of the fake, for the test
 * </ul>
 *
 * <p>All tests of a class share them, so only the first waits for the container. The fake of Frame.io is
 * {@linkplain FakeFrameio#reset reset} before each test. Test classes with this annotation don't run in parallel, since
 * a JVM has one configuration.
 *
 * <p>The tests' class path needs the kit, a CDI container for Java SE such as {@code org.jboss.weld.se:weld-se-core},
 * and an implementation of MicroProfile Config such as {@code io.smallrye.config:smallrye-config}. The configuration is
 * the app's own. In it, the test kit replaces what belongs to a server: addresses, paths, secrets, tokens, keys, the
 * executor, and the token store, which is in memory unless the app has its own.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(FrameioTestExtension.class)
@ResourceLock("io.github.frameiokit.testkit.FrameioTest")
public @interface FrameioTest {

    /**
     * The app's beans, and beans of the test: handlers, what they inject, interceptors and producers. There are no
     * others except those of the kit, the libraries' extensions and the container.
     *
     * @return the classes; without any, all classes with a scope, a stereotype or {@code @Interceptor} in the folders
     *     of the class path, except the folder of the test class
     */
    Class<?>[] value() default {};

    /**
     * Config properties, such as {@code frameio.locale=fr}. They come before all others.
     *
     * @return names and values, with an equals sign between them
     */
    String[] properties() default {};
}
