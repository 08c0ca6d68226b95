package io.github.frameiokit.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged until it is closed. {@code System.Logger} writes to {@code java.util.logging} in unit tests. */
public final class CapturedLog implements AutoCloseable {

    // the log manager may forget a logger that nobody holds, and its handlers with it
    private final Logger logger;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {

        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private CapturedLog(String name) {
        logger = Logger.getLogger(name);
        logger.addHandler(handler);
    }

    /** What a class logs. */
    public static CapturedLog of(Class<?> type) {
        return new CapturedLog(type.getName());
    }

    /** What all of the kit logs. */
    public static CapturedLog ofTheKit() {
        return new CapturedLog(CapturedLog.class.getPackageName());
    }

    /** What was logged so far; a test may clear it. */
    public List<LogRecord> records() {
        return records;
    }

    /** Each line with its level, a blank and its message. */
    public List<String> lines() {
        return records.stream()
                .map(line -> line.getLevel() + " " + new SimpleFormatter().formatMessage(line))
                .toList();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}
