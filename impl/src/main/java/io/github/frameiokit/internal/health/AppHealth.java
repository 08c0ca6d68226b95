package io.github.frameiokit.internal.health;

import io.github.frameiokit.internal.delivery.QueueState;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.install.StartupInstallation;
import io.github.frameiokit.internal.store.StoreState;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What an orchestrator is told about this node. Frame.io and Adobe aren't asked, since an outage of theirs would take
 * all nodes out of service. What has failed for good, such as a dead delivery, is told and takes no node out either.
 * Thread-safe.
 */
@ApplicationScoped
public class AppHealth {

    private static final System.Logger LOG = System.getLogger(AppHealth.class.getName());

    /** Ten turns of the slowest engine take less. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

    /** Before anything waits for work that is under way. */
    private static final int FIRST = Interceptor.Priority.PLATFORM_BEFORE;

    @Inject
    private Config config;

    @Inject
    private Handlers handlers;

    @Inject
    private QueueState queue;

    @Inject
    private StoreState store;

    @Inject
    private Instance<StartupInstallation> installation;

    private volatile @Nullable Boolean installs;
    private volatile boolean stopping;
    private boolean loggedDown;

    /**
     * An answer to a probe.
     *
     * @param data strings and numbers, none of which is a secret
     */
    public record Answer(boolean up, Map<String, Object> data) {}

    void stop(
            @Observes(notifyObserver = Reception.IF_EXISTS) @Priority(FIRST) @BeforeDestroyed(ApplicationScoped.class)
                    Object context) {
        stopping = true;
    }

    /**
     * Reads the configuration. A probe comes on a thread on which some servers have another app's, so that this bean
     * and the state of the store have to be created before.
     *
     * @return whether the app installs itself
     */
    boolean installs() {
        Boolean known = installs;
        if (known == null) {
            known = StartupInstallation.isWanted(config);
            store.prepare();
            installs = known;
        }
        return known;
    }

    /** Whether this node can take events. */
    public Answer readiness() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("handlers", (long) handlers.all().size());
        if (stopping) {
            data.put("state", "stopping");
            return new Answer(false, data);
        }
        store.prepare();
        QueueState.Now now = queue.now();
        Optional<String> storeProblem = store.problem();
        String problem = Stream.of(
                        now.problem().map(why -> "The queue of durable delivery can't be used: " + why),
                        storeProblem.map(why -> "The token store can't be used: " + why))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        tell(now, data);
        tellStore(storeProblem.isPresent(), data);
        if (installs()) {
            tell(installation.get().progress(), data);
        }
        log(problem);
        return new Answer(problem.isEmpty(), data);
    }

    private static void tell(QueueState.Now now, Map<String, Object> data) {
        data.put("delivery", now.engine());
        switch (now.access()) {
            case NONE -> {}
            case NOT_BEGUN -> data.put("delivery.state", "waits for the first request");
            case ANSWERS -> data.put("delivery.state", "answers");
            case FAILS -> data.put("delivery.state", "doesn't answer");
        }
        tell("delivery.pending", now.pending(), data);
        tell("delivery.dead", now.dead(), data);
        tell("delivery.oldest-seconds", now.oldestSeconds(), data);
        now.lastPoll().ifPresent(it -> data.put("delivery.last-poll", shown(it)));
    }

    private static void tell(String name, OptionalLong number, Map<String, Object> data) {
        number.ifPresent(it -> data.put(name, it));
    }

    private void tellStore(boolean failed, Map<String, Object> data) {
        data.put("store", store.kind());
        if (store.isInUse()) {
            data.put("store.state", failed ? "doesn't answer" : "answers");
        }
    }

    private static void tell(StartupInstallation.Progress progress, Map<String, Object> data) {
        data.put("installation.installed", (long) progress.installed());
        data.put("installation.failed", (long) progress.failed());
        data.put("installation.pending", (long) progress.pending());
        progress.nextAttempt().ifPresent(it -> data.put("installation.next-attempt", shown(it)));
    }

    private static String shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Says why once, since an orchestrator asks every few seconds, and its users look here. */
    private synchronized void log(String problem) {
        boolean down = !problem.isEmpty();
        if (down == loggedDown) {
            return;
        }
        if (!down) {
            LOG.log(System.Logger.Level.INFO, "The health check finds this node ready again.");
        } else {
            LOG.log(System.Logger.Level.WARNING, "The health check finds this node not ready. " + problem);
        }
        loggedDown = down;
    }

    /** Whether this node still delivers, or has to be restarted. */
    public Answer liveness() {
        Map<String, Object> data = new LinkedHashMap<>();
        Instant oldest = Instant.now().minus(LONGEST_TURN);
        boolean up = stopping
                || queue.lastPoll()
                        .map(it -> {
                            data.put("last-poll", shown(it));
                            return it.isAfter(oldest);
                        })
                        .orElse(true);
        return new Answer(up, data);
    }
}
