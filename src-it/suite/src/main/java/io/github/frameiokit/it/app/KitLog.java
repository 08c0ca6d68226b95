package io.github.frameiokit.it.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps what the kit logs in this app at all levels, in memory and in a file. */
@ApplicationScoped
public class KitLog {

    /** The config property that names the file. */
    public static final String FILE = "suite.kit-log";

    private static final Logger KIT = Logger.getLogger("io.github.frameiokit.internal");

    @Inject
    @ConfigProperty(name = FILE)
    private Optional<String> file;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord record) {
            StringWriter text = new StringWriter();
            text.append(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(text));
            }
            lines.add(text.toString());
            file.ifPresent(path -> append(path, text.append('\n').toString()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        KIT.setLevel(Level.ALL);
        KIT.addHandler(handler);
    }

    @PreDestroy
    void stop() {
        KIT.removeHandler(handler); // the level stays, because other apps share it on many servers
    }

    private static void append(String path, String text) {
        try {
            Files.writeString(Path.of(path), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return String.join("\n", lines);
    }
}
