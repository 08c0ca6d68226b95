package io.github.frameiokit.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.CustomActionsApi;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.StandaloneClient;
import io.github.frameiokit.client.WebhooksApi;
import io.github.frameiokit.client.request.CustomActionUpdate;
import io.github.frameiokit.install.Registration.Kind;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.client.TestClock;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A node runs in a JVM of its own, which ends without a word after its first call of Frame.io or write of the store,
 * the next one after its second, and so on. After each, another node installs, and all is as if nothing had happened.
 */
@Execution(ExecutionMode.CONCURRENT) // each has a Frame.io of its own, and mostly waits for its nodes
@Tag("slow")
class KilledInstallationTest extends InstallScenario {

    private static final int KILLED = 137;
    private static final Manifest.Item RENAMED =
            new Manifest.Item(EXPORT.kind(), EXPORT.key(), "Another name", "Another", EXPORT.types());

    @TempDir
    Path folder;

    private int run;

    private Path file() {
        return folder.resolve("store-" + run);
    }

    /** Starts with an empty Frame.io and an empty store. */
    private void begin() {
        run++;
        webhooks().forEach(it -> Remote.delete(client, workspace, Kind.WEBHOOK, it.getString("id")));
        actions().forEach(it -> Remote.delete(client, workspace, Kind.ACTION, it.getString("id")));
        reopen();
    }

    private void reopen() {
        store = new PlainStore(file(), clock::now);
    }

    /** Runs a node until it has done so many calls and writes; returns whether it was killed. */
    private boolean killedAfter(int operations, String what) throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Node.class.getName(),
                        Integer.toString(operations),
                        what,
                        file().toString(),
                        base().toString(),
                        fakes.frameio().url().toString(),
                        fakes.ims().url().toString(),
                        workspace.accountId(),
                        workspace.workspaceId(),
                        clock.now().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
        int status = node.waitFor();
        assertTrue(status == 0 || status == KILLED, () -> status + ": " + read(folder.resolve("node.log")));
        clock.pass(Lease.LIFETIME.plusSeconds(1));
        reopen();
        return status == KILLED;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void whileItInstallsIsRepairedByTheNext() throws Exception {
        int operations = 0;
        boolean killed = true;
        while (killed) {
            begin();
            operations++;
            killed = killedAfter(operations, "install");
            assertTrue(install(WEBHOOK, EXPORT).isComplete(), "after " + operations);
            assertInstalled(WEBHOOK, EXPORT);
        }
        assertEquals(12, operations, "calls and writes of an installation, and one more");
    }

    @Test
    void whileItChangesRepairsAndRemovesIsRepairedByTheNext() throws Exception {
        int operations = 0;
        boolean killed = true;
        while (killed) {
            begin();
            install(WEBHOOK, EXPORT, IMPORT);
            Remote.delete(client, workspace, Kind.WEBHOOK, webhooks().get(0).getString("id"));
            client.customActions()
                    .update(
                            workspace.accountId(),
                            actions().get(0).getString("id"),
                            new CustomActionUpdate().url("https://elsewhere.example.com"));
            operations++;
            killed = killedAfter(operations, "change");
            assertTrue(install(WEBHOOK, RENAMED).isComplete(), "after " + operations);
            assertInstalled(WEBHOOK, RENAMED);
        }
        assertTrue(operations > 10, () -> "only few were needed");
    }

    @Test
    void whileItUninstallsIsFinishedByTheNext() throws Exception {
        int operations = 0;
        boolean killed = true;
        while (killed) {
            begin();
            install(WEBHOOK, EXPORT);
            operations++;
            killed = killedAfter(operations, "uninstall");
            assertTrue(installer().uninstall(client, workspace).isComplete(), "after " + operations);
            assertEquals(List.of(), webhooks());
            assertEquals(List.of(), actions());
            assertEquals(List.of(), new Registrations(store).all());
            clock.pass(Changes.GRACE.plusSeconds(1));
            assertEquals(0, store.count("install") + store.count("install-id"));
        }
        assertTrue(operations > 8, () -> "only few were needed");
    }

    /** The node that is killed. */
    static final class Node {

        private final AtomicInteger left;

        private Node(int operations) {
            left = new AtomicInteger(operations);
        }

        public static void main(String... arguments) {
            new Node(Integer.parseInt(arguments[0])).run(arguments);
            Runtime.getRuntime().halt(0); // no hook and no thread keeps it
        }

        private void run(String... arguments) {
            TestClock clock = new TestClock();
            clock.pass(Duration.between(clock.now(), Instant.parse(arguments[8])));
            PlainStore store = new PlainStore(Path.of(arguments[2]), clock::now) {
                @Override
                public OptionalLong put(Name name, String text, Duration lifetime, long expected) {
                    OptionalLong version = super.put(name, text, lifetime, expected);
                    done();
                    return version;
                }

                @Override
                public boolean delete(Name name, long expected) {
                    boolean deleted = super.delete(name, expected);
                    done();
                    return deleted;
                }
            };
            Manifest manifest = arguments[1].equals("change") ? manifest(WEBHOOK, RENAMED) : manifest(WEBHOOK, EXPORT);
            StandaloneClient client = client(URI.create(arguments[4]), URI.create(arguments[5]));
            Installer installer = new Installer(
                    store,
                    addresses(URI.create(arguments[3]), store),
                    manifest,
                    Optional.empty(),
                    TEXTS,
                    clock,
                    Executors.newCachedThreadPool(),
                    change -> {});
            Workspace workspace = new Workspace(arguments[6], arguments[7]);
            if (arguments[1].equals("uninstall")) {
                installer.uninstall(counted(client), workspace);
            } else {
                installer.install(counted(client), workspace, true);
            }
        }

        /** Ends this JVM as SIGKILL would. */
        private void done() {
            if (left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
        }

        /** A client whose calls count. */
        private FrameioClient counted(FrameioClient client) {
            return proxy(FrameioClient.class, client, false);
        }

        private <T> T proxy(Class<T> type, T target, boolean counts) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Object result;
                        try {
                            result = method.invoke(target, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                        if (counts) {
                            done();
                        }
                        if (result instanceof WebhooksApi webhooks) {
                            return proxy(WebhooksApi.class, webhooks, true);
                        }
                        return result instanceof CustomActionsApi actions
                                ? proxy(CustomActionsApi.class, actions, true)
                                : result;
                    }));
        }
    }
}
