package io.github.frameiokit.it.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives the server's managed executor a name of the app's own. */
@ApplicationScoped
public class NamedExecutor {

    @Resource(name = "frameio/executor")
    private ManagedExecutorService executor;
}
