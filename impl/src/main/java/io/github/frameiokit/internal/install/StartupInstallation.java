package io.github.frameiokit.internal.install;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.internal.AsyncEvents;
import io.github.frameiokit.internal.Jndi;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.client.ClientFactory;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Installs the app in the workspaces of its configuration when it starts, in the background. What fails is tried again,
 * after longer and longer pauses, and doesn't stop the app.
 */
@ApplicationScoped
public class StartupInstallation {

    private static final System.Logger LOG = System.getLogger(StartupInstallation.class.getName());
    private static final String DATABASE = "jdbc";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    /** Before the client waits for work that must be completed. */
    private static final int FIRST = Interceptor.Priority.LIBRARY_BEFORE;

    @Inject
    private Config config;

    @Inject
    private DefaultInstallations installations;

    @Inject
    private ClientFactory clients;

    @Inject
    private Instance<FrameioClient> own;

    @Inject
    private AsyncEvents async;

    private final Map<Workspace, String> problems = new ConcurrentHashMap<>();
    private final Set<Workspace> installed = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Instant nextAttempt;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Whether the app installs itself when it starts. */
    public static boolean isWanted(Config config) {
        return Settings.INSTALL_WORKSPACES.isSet(config);
    }

    /** Why the app isn't installed in a workspace, each in a sentence; empty while it begins, and once it is. */
    public Map<Workspace, String> problems() {
        return Map.copyOf(problems);
    }

    /**
     * How far the installation is.
     *
     * @param installed in how many workspaces the app is installed
     * @param failed in how many it isn't, because of a problem
     * @param pending how many haven't been looked at, or are only looked at in a dry run
     * @param nextAttempt when what failed is tried again; empty if it isn't, or is being tried
     */
    public record Progress(int installed, int failed, int pending, Optional<Instant> nextAttempt) {}

    /** How far the installation is. */
    public Progress progress() {
        int done = installed.size();
        int failed = problems.size();
        int all = Set.copyOf(Settings.INSTALL_WORKSPACES.get(config)).size();
        return new Progress(done, failed, Math.max(0, all - done - failed), Optional.ofNullable(nextAttempt));
    }

    /** Begins, unless this server has no JNDI yet, by which the store may have to be found. */
    public void start() {
        if (Jndi.isAvailable() || Jndi.isMissing()) {
            startNow();
        }
    }

    /** Begins, on a server whose stores are beans. */
    public void startNow() {
        if (begun.compareAndSet(false, true)) {
            begin();
        }
    }

    /**
     * Begins at the first request to the app, whichever it is, on servers that have no JNDI before that. The extension
     * removes this observer from apps that don't install themselves.
     */
    void startLater(@Observes(notifyObserver = Reception.IF_EXISTS) @Initialized(RequestScoped.class) Object context) {
        if (!begun.get()) {
            startNow();
        }
    }

    /**
     * Finds the executor and the data source on a thread that has JNDI, and leaves the rest to one that may wait: other
     * stores may take seconds to open.
     */
    private void begin() {
        List<Workspace> workspaces = Settings.INSTALL_WORKSPACES.get(config);
        try {
            async.findExecutor();
            if (Settings.TOKEN_STORE.get(config).equals(DATABASE)) {
                workspaces.forEach(it -> installations.find(it.accountId(), it.workspaceId()));
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "The store can't be opened yet", e); // it is tried again
        }
        clients.background().execute(() -> run(workspaces));
    }

    void stop(
            @Observes(notifyObserver = Reception.IF_EXISTS) @Priority(FIRST) @BeforeDestroyed(ApplicationScoped.class)
                    Object context) {
        stopped.countDown();
    }

    private void run(List<Workspace> workspaces) {
        List<Workspace> left = new ArrayList<>(workspaces);
        Duration pause = FIRST_PAUSE;
        try {
            while (true) {
                nextAttempt = null;
                left.removeIf(workspace -> stopped.getCount() == 0 || install(workspace));
                if (left.isEmpty()) {
                    return;
                }
                nextAttempt = Instant.now().plus(pause);
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Installs in one workspace; returns whether that is done. */
    private boolean install(Workspace workspace) {
        try {
            boolean prune = Settings.INSTALL_PRUNE.get(config);
            FrameioClient client = own.get();
            Installer installer = installations.installer();
            InstallationPlan plan = installer.plan(client, workspace, prune);
            if (Settings.INSTALL_DRY_RUN.get(config)) {
                plan.changes().forEach(it -> log(workspace, it, "would be"));
                return true;
            }
            if (plan.isEmpty() && installer.isRecorded(workspace)) {
                LOG.log(System.Logger.Level.INFO, "The app is installed in " + workspace + "; nothing was changed.");
                plan.changes().forEach(it -> log(workspace, it, "was"));
                done(workspace);
                return true;
            }
            InstallationResult result = installer.install(client, workspace, prune);
            result.outcomes().forEach(it -> log(workspace, it));
            if (result.isComplete()) {
                done(workspace);
            } else {
                problems.put(workspace, "A part of the app isn't installed in " + workspace + "; the log says which.");
            }
            return result.isComplete();
        } catch (UnknownKeyException e) {
            String problem = "The installation of the app in " + workspace + " is left as it is. " + e.getMessage();
            problems.put(workspace, problem);
            LOG.log(System.Logger.Level.ERROR, problem);
            return true; // until the app starts with other keys
        } catch (InstallationException e) {
            failed(workspace, System.Logger.Level.INFO, e.getMessage(), null);
        } catch (FrameioApiException.NotFound | FrameioApiException.Forbidden e) {
            failed(
                    workspace,
                    System.Logger.Level.WARNING,
                    e.getMessage() + "; check the ids in " + Settings.INSTALL_WORKSPACES
                            + ", and that the user of the app's access token may manage webhooks and custom actions"
                            + " there.",
                    null);
        } catch (FrameioApiException e) {
            failed(workspace, System.Logger.Level.WARNING, e.getMessage(), null);
        } catch (RuntimeException e) {
            failed(workspace, System.Logger.Level.WARNING, e.toString(), e);
        }
        return false;
    }

    private void done(Workspace workspace) {
        problems.remove(workspace);
        installed.add(workspace);
    }

    private void failed(
            Workspace workspace, System.Logger.Level level, @Nullable String why, @Nullable Throwable cause) {
        String problem = "The app isn't installed in " + workspace + ", which is tried again: " + why;
        problems.put(workspace, problem);
        LOG.log(level, problem, cause);
    }

    private static void log(Workspace workspace, InstallationResult.Outcome outcome) {
        if (outcome.problem().isEmpty()) {
            log(workspace, outcome.change(), "was");
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    words(outcome.change()) + " in " + workspace + " failed, and is tried again: "
                            + outcome.problem().get());
        }
    }

    private static void log(Workspace workspace, PlannedChange change, String verb) {
        String what = switch (change.change()) {
            case CREATE -> "created";
            case UPDATE -> "changed";
            case REPAIR -> "registered anew";
            case REMOVE -> "removed";
            case UNCHANGED, LEAVE -> "left alone";
        };
        LOG.log(
                change.change() == PlannedChange.Change.UNCHANGED
                        ? System.Logger.Level.DEBUG
                        : System.Logger.Level.INFO,
                words(change) + " in " + workspace + " " + verb + " " + what + ". " + change.reason());
    }

    private static String words(PlannedChange change) {
        return switch (change.kind()) {
            case WEBHOOK -> "The webhook \"" + change.name() + "\" (" + String.join(", ", change.types()) + ")";
            case ACTION -> "The custom action \"" + change.name() + "\" (" + String.join(", ", change.types()) + ")";
        };
    }
}
