package io.github.frameiokit.internal.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Runs something outside of the caller's transaction, where the server has transactions. Where it hasn't, the annotation
 * isn't even seen.
 */
@ApplicationScoped
public class OwnTransaction {

    /** Suspends the caller's transaction, if there is one, and goes on with it afterwards. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public <T> T outside(Supplier<T> work) {
        return work.get();
    }
}
