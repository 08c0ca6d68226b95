package io.github.frameiokit.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists what it serves, but not the kit. */
@ApplicationPath("/")
public class ForgetfulApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(JournalResource.class);
    }
}
