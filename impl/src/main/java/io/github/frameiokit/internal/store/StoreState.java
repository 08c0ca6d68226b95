package io.github.frameiokit.internal.store;

import io.github.frameiokit.internal.Background;
import io.github.frameiokit.internal.ContextLoader;
import io.github.frameiokit.internal.Reach;
import io.github.frameiokit.oauth.TokenStoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Whether a token store that all nodes share can be reached, for health checks: they may ask as often as they like, and
 * wait for half a second at most. It never opens the store, since it is asked on threads that don't have the app's
 * names; it has to be created on one that has the app's class loader. Thread-safe.
 */
@ApplicationScoped
public class StoreState {

    /** No entry has it, and it has the form of the kit's keys. */
    private static final String KEY = "0".repeat(64);

    private final ConfiguredTokenStore store;
    private final ClassLoader app = Thread.currentThread().getContextClassLoader();
    private final Reach reach;

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    StoreState() {
        this(null, null);
    }

    @Inject
    StoreState(ConfiguredTokenStore store, Instance<RequestContextController> requestContexts) {
        this.store = store;
        reach = new Reach(this::ask, TokenStoreException.class, new Background(() -> StoreState::run, requestContexts));
    }

    /** Starts a thread, which soon ends: a pool would have to be closed. */
    private static void run(Runnable work) {
        Thread thread = new Thread(work, "frameio-kit-health");
        thread.setDaemon(true);
        thread.start();
    }

    private void ask() {
        ContextLoader.with(app, () -> store.find(KEY));
    }

    /** The name of the store: {@code memory}, {@code jdbc}, {@code dynamodb} or {@code own}. */
    public String kind() {
        return store.kind();
    }

    /** Whether it can be asked: it is shared, and the app has used it before. */
    public boolean isInUse() {
        return store.isShared() && store.isOpen();
    }

    /** Lets what takes a while begin, so that {@link #problem} has to wait less. */
    public void prepare() {
        if (isInUse()) {
            reach.refresh();
        }
    }

    /** Why it can't be reached, for the log; empty if it can, or isn't in use. Doesn't fail. */
    public Optional<String> problem() {
        return isInUse() ? reach.problem() : Optional.empty();
    }
}
