package io.github.frameiokit.internal.console;

import java.util.IllegalFormatException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Collects what is logged on the threads that handle requests. It is a handler of {@code java.util.logging}'s root,
 * which all but a few servers lead {@link System.Logger} and other log libraries to. A map by thread rather than a
 * thread-local: nothing is left on a server's threads. Thread-safe.
 */
final class LogLines extends Handler {

    private static final System.Logger LOG = System.getLogger(LogLines.class.getName());
    private static final String HIDDEN = "This server doesn't show log lines to apps, so none are here; see its log.";

    private final Mask mask;
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Map<Thread, Consumer<LogLine>> current = new ConcurrentHashMap<>();
    private final AtomicBoolean heard = new AtomicBoolean();

    LogLines(Mask mask) {
        this.mask = mask;
        setLevel(Level.ALL);
    }

    /** Begins to listen, and says where the console is: what isn't heard shows that the server hides its log. */
    void listen(String sentence) {
        root().addHandler(this);
        LOG.log(System.Logger.Level.INFO, sentence);
    }

    /** Why there are no lines; empty if there can be some. */
    Optional<String> note() {
        return heard.get() ? Optional.empty() : Optional.of(HIDDEN);
    }

    /** Collects what this thread logs from now on. Returns who has got it before. */
    Optional<Consumer<LogLine>> begin(Consumer<LogLine> collecting) {
        return Optional.ofNullable(current.put(Thread.currentThread(), collecting));
    }

    /** What this thread logs goes to who has got it before, if there is somebody. */
    void end(Optional<Consumer<LogLine>> before) {
        before.ifPresentOrElse(
                it -> current.put(Thread.currentThread(), it), () -> current.remove(Thread.currentThread()));
    }

    @Override
    public void publish(LogRecord record) {
        heard.set(true);
        Consumer<LogLine> collecting = current.get(Thread.currentThread());
        if (collecting != null) {
            collecting.accept(new LogLine(
                    record.getInstant(),
                    record.getLevel().getName(),
                    String.valueOf(record.getLoggerName()),
                    mask.apply(Stack.cut(text(record))),
                    Optional.ofNullable(record.getThrown()).map(Stack::of).map(mask::apply)));
        }
    }

    /** Some log libraries fill in their parameters in the way of {@code printf}. */
    private String text(LogRecord record) {
        String text = String.valueOf(formatter.formatMessage(record));
        Object[] parameters = record.getParameters();
        if (parameters == null || parameters.length == 0 || !text.equals(record.getMessage())) {
            return text;
        }
        try {
            return String.format(text, parameters);
        } catch (IllegalFormatException e) {
            return text;
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root().removeHandler(this);
        current.clear();
    }

    private static Logger root() {
        return Logger.getLogger("");
    }
}
