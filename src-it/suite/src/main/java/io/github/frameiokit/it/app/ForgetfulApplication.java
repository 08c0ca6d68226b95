package io.github.frameiokit.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists the classes that it serves, without the kit's. */
@ApplicationPath("/")
public class ForgetfulApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(JournalResource.class);
    }
}
