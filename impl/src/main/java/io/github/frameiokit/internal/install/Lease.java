package io.github.frameiokit.internal.install;

import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.oauth.SealedStore;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The right to change a workspace, which one node at a time has. It is renewed on a thread of its own, since a call may
 * wait for minutes for Frame.io's limits; so it can be short, and a node that dies keeps others away for a minute only.
 * The clocks of nodes may differ by up to 25 seconds.
 *
 * <p>The store is asked under the lock, so that a check sees no version that the renewal has written but not yet noted,
 * and takes it for another node's. Only the run and its renewal wait for each other.
 */
final class Lease implements AutoCloseable {

    private static final String KIND = "install-lease";
    static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Duration RENEWAL = Duration.ofSeconds(10);

    private final SealedStore store;
    private final SealedStore.Name name;
    private final String owner = RandomToken.create();
    private final CountDownLatch ended = new CountDownLatch(1);
    private long version;
    private boolean lost;

    private Lease(SealedStore store, SealedStore.Name name) {
        this.store = store;
        this.name = name;
    }

    /**
     * Takes the lease of a workspace.
     *
     * @throws InstallationException if another node has it
     */
    static Lease take(SealedStore store, Workspace workspace, Executor threads) {
        Lease lease = new Lease(store, SealedStore.Name.of(KIND, workspace.accountId(), workspace.workspaceId()));
        OptionalLong taken = store.put(lease.name, lease.owner, LIFETIME, 0);
        if (taken.isEmpty()) {
            throw new InstallationException(
                    "Somebody else is installing the app in this workspace; try again in a minute.");
        }
        lease.version = taken.getAsLong();
        threads.execute(lease::keep);
        return lease;
    }

    private void keep() {
        try {
            while (!ended.await(RENEWAL.toMillis(), TimeUnit.MILLISECONDS)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void renew() {
        if (lost || ended.getCount() == 0) {
            return;
        }
        try {
            OptionalLong renewed = store.put(name, owner, LIFETIME, version);
            renewed.ifPresentOrElse(it -> version = it, () -> lost = true);
        } catch (RuntimeException e) {
            // perhaps it was written: the next check says so
        }
    }

    /**
     * Checks, before a change, that no other node has taken over.
     *
     * @throws InstallationException if one has
     */
    synchronized void check() {
        SealedStore.Found found = store.find(name);
        if (found.text().filter(owner::equals).isEmpty()) {
            lost = true;
        }
        if (lost) {
            throw overtaken();
        }
        version = found.version();
    }

    static InstallationException overtaken() {
        return new InstallationException(
                "Another node has taken over this installation; look at its result, or try again.");
    }

    @Override
    public synchronized void close() {
        ended.countDown();
        try {
            if (!lost) {
                store.delete(name, version);
            }
        } catch (RuntimeException e) {
            // it expires
        }
    }
}
