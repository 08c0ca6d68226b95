package io.github.frameiokit.it.app;

import io.github.frameiokit.rest.FrameioResources;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;

/** Lists the classes that it serves, with the kit's. */
@ApplicationPath("/")
public class ListingApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(FrameioResources.classes());
        classes.add(JournalResource.class);
        return classes;
    }
}
