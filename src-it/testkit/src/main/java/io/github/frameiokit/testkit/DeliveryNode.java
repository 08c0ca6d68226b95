package io.github.frameiokit.testkit;

import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.delivery.DeliveryQueue.Done;
import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A node in a JVM of its own, which adds entries and never finishes its work, so that it is killed in the middle.
 * {@link DeliveryQueueContract} starts it.
 */
final class DeliveryNode implements AutoCloseable {

    private static final String ADDED = "added";
    private static final String WORKING = "working";

    private final Process process;
    private final BufferedReader output;

    private DeliveryNode(Process process) {
        this.process = process;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a node, with the class of a supplier of its queue. */
    static DeliveryNode start(
            Class<? extends Supplier<DeliveryQueue>> queue, List<String> properties, List<String> ids) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        properties.forEach(property -> command.add("-D" + property));
        command.add(DeliveryNode.class.getName());
        command.add(queue.getName());
        command.addAll(ids);
        try {
            return new DeliveryNode(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until all entries are added and so many are being worked on; returns the ids of these. */
    List<String> await(int working) {
        boolean added = false;
        List<String> ids = new ArrayList<>();
        try {
            while (!added || ids.size() < working) {
                String line = output.readLine();
                if (line == null) {
                    throw new IllegalStateException("The node has ended.");
                }
                added |= line.equals(ADDED);
                if (line.startsWith(WORKING)) {
                    ids.add(line.substring(WORKING.length()).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    /** Kills it, as with SIGKILL. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
            output.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The node's own JVM. */
    public static void main(String... arguments) throws Exception {
        Object supplier = Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        DeliveryQueue queue = (DeliveryQueue) ((Supplier<?>) supplier).get();
        queue.start((entry, attempt) -> {
            System.out.println(WORKING + " " + entry.id());
            forever();
            return new Done();
        });
        queue.add(Stream.of(arguments)
                .skip(1)
                .map(id -> new Entry(id, "content of " + id))
                .toList());
        System.out.println(ADDED);
        forever();
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
