package io.github.frameiokit.it.app;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps all that the kit logs in this app, at every level. */
@ApplicationScoped
public class KitLog {

    private static final Logger KIT = Logger.getLogger("io.github.frameiokit.internal");

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
        KIT.removeHandler(handler);
        KIT.setLevel(null);
    }

    public String text() {
        return String.join("\n", lines);
    }
}
