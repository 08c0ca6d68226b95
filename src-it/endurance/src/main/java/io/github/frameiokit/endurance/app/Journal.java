package io.github.frameiokit.endurance.app;

import io.github.frameiokit.Delivery;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A file with one line for each event that a handler was done with. A line is written before the event is answered and
 * without a buffer, so a process that is killed leaves every line that it owes.
 */
@ApplicationScoped
public class Journal {

    @Inject
    @ConfigProperty(name = "endurance.journal")
    private String file;

    private FileChannel channel;

    @PostConstruct
    void open() {
        try {
            channel = FileChannel.open(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PreDestroy
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes an event that was handled. */
    public void handled(String id) {
        write("handled " + id + "\n");
    }

    /** Notes an event that was handled out of a queue, unless that is the memory. */
    public void handled(String id, Optional<Delivery> delivery) {
        handled(id + delivery.map(it -> " " + it.id() + " " + it.attempt()).orElse(""));
    }

    /** Notes an event whose handler is about to throw. */
    public void threw(String id) {
        write("threw " + id + "\n");
    }

    private void write(String line) {
        try {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
