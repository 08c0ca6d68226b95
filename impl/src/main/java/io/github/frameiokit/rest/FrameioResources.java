package io.github.frameiokit.rest;

import io.github.frameiokit.internal.development.ConsoleResource;
import io.github.frameiokit.internal.events.ActionResponseWriter;
import io.github.frameiokit.internal.events.BodyFilter;
import io.github.frameiokit.internal.events.EventsResource;
import io.github.frameiokit.internal.events.OutcomeWriter;
import io.github.frameiokit.internal.events.PathFilter;
import io.github.frameiokit.internal.install.page.InstallResource;
import io.github.frameiokit.internal.oauth.OAuthResource;
import java.util.Set;

/**
 * The kit's JAX-RS classes. An {@code Application} that returns classes or singletons has to return these as well. One
 * that returns neither doesn't need this class, since the server then finds them automatically.
 *
 * <pre>{@code
 * @ApplicationPath("/")
 * public class MyApplication extends Application {
 *     @Override
 *     public Set<Class<?>> getClasses() {
 *         Set<Class<?>> classes = new HashSet<>(FrameioResources.classes());
 *         classes.add(MyResource.class);
 *         return classes;
 *     }
 * }
 * }</pre>
 */
public final class FrameioResources {

    private FrameioResources() {}

    /**
     * All of the kit's resource, filter and writer classes.
     *
     * @return the classes, unmodifiable
     */
    public static Set<Class<?>> classes() {
        return Set.of(
                EventsResource.class,
                BodyFilter.class,
                OutcomeWriter.class,
                ActionResponseWriter.class,
                OAuthResource.class,
                ConsoleResource.class,
                InstallResource.class,
                PathFilter.class);
    }
}
