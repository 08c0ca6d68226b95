package io.github.frameiokit.endurance;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What was sent, what it was answered, and what the app noted. Thread-safe until the journals are read. */
final class Ledger {

    private final Map<Long, Account> accounts = new ConcurrentHashMap<>();
    private final List<String> strangers = new ArrayList<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final BooleanSupplier storeIsFine;
    private int repeated;

    /** A new one, which asks whether the nodes can use their database. */
    Ledger(BooleanSupplier storeIsFine) {
        this.storeIsFine = storeIsFine;
    }

    /** One event's account. */
    static final class Account {

        private final Event event;
        private final BooleanSupplier storeIsFine;
        private int signings;
        private int requests;
        private int accepted;
        private int rejected;
        private int failed;
        private int failedWithoutStore;
        private int unanswered;
        private Optional<Node.Life> firstAcceptedBy = Optional.empty();
        private Optional<Node.Life> lastAcceptedBy = Optional.empty();
        private boolean handledByTheKilled;
        private int handled;
        private int mostInOneLife;
        private int mostInOneAttempt;
        private int threw;

        Account(Event event, BooleanSupplier storeIsFine) {
            this.event = event;
            this.storeIsFine = storeIsFine;
        }

        Event event() {
            return event;
        }

        /** How often it was signed: once, and once more for each repetition. Copies have the same signature. */
        synchronized int signings() {
            return signings;
        }

        synchronized int requests() {
            return requests;
        }

        /** How many requests were answered with 200. */
        synchronized int accepted() {
            return accepted;
        }

        /** How many requests were answered with 4xx. */
        synchronized int rejected() {
            return rejected;
        }

        /** How many requests were answered with 5xx. */
        synchronized int failed() {
            return failed;
        }

        /** How many of them while the database wasn't usable. */
        synchronized int failedWithoutStore() {
            return failedWithoutStore;
        }

        /** How many requests the server has ended without an answer. */
        synchronized int unanswered() {
            return unanswered;
        }

        /** Whether the node that accepted it last was killed later. */
        synchronized boolean wasAcceptedByTheKilled() {
            return lastAcceptedBy.filter(Node.Life::wasKilled).isPresent();
        }

        /** Whether a node that had to do with it was killed before that was known to the other, or may have been. */
        synchronized boolean hasMetAKill() {
            return handledByTheKilled
                    || unanswered > 0
                    || firstAcceptedBy.filter(Node.Life::wasKilled).isPresent();
        }

        synchronized int handled() {
            return handled;
        }

        /** How often it was handled for one attempt of one delivery out of a queue, on all nodes together. */
        synchronized int mostInOneAttempt() {
            return mostInOneAttempt;
        }

        /** How often it was handled while one node ran without a restart. */
        synchronized int mostInOneLife() {
            return mostInOneLife;
        }

        /** How often a handler has thrown. */
        synchronized int threw() {
            return threw;
        }

        synchronized void signed() {
            signings++;
        }

        synchronized void sent() {
            requests++;
        }

        synchronized void answered(int status, Optional<Node.Life> by) {
            if (status == 200) {
                if (accepted == 0) {
                    firstAcceptedBy = by;
                }
                accepted++;
                lastAcceptedBy = by;
            } else if (status < 500) {
                rejected++;
            } else {
                failed++;
                failedWithoutStore += storeIsFine.getAsBoolean() ? 0 : 1;
            }
        }

        synchronized void notAnswered() {
            unanswered++;
        }

        synchronized void wasHandled(int times, boolean byTheKilled) {
            handled += times;
            handledByTheKilled |= byTheKilled;
            mostInOneLife = Math.max(mostInOneLife, times);
        }

        synchronized void wasHandledInAttempt(int times) {
            mostInOneAttempt = Math.max(mostInOneAttempt, times);
        }

        synchronized void hasThrown(int times) {
            threw += times;
        }
    }

    Account of(Event event) {
        return accounts.computeIfAbsent(event.number(), it -> new Account(event, storeIsFine));
    }

    Collection<Account> all() {
        return accounts.values();
    }

    /** Lines of the journals about events that were never sent. */
    List<String> strangers() {
        return strangers;
    }

    /** How often a handler was called for a delivery again, the second time and later. */
    int repeated() {
        return repeated;
    }

    /** Reads what the app noted in one life of a node. */
    void read(Node.Life life) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (Stream<String> all = Files.lines(life.journal())) {
            all.forEach(line -> lines.merge(line, 1, Integer::sum));
        }
        lines.forEach((line, times) -> note(line, times, life.wasKilled()));
    }

    private void note(String line, int times, boolean byTheKilled) {
        String[] words = line.split(" ");
        Account account = accounts.get(Event.number(words[1]));
        if (account == null) {
            strangers.add(line);
        } else if (words[0].equals("handled")) {
            account.wasHandled(times, byTheKilled);
            if (words.length > 2) {
                account.wasHandledInAttempt(attempts.merge(words[2] + " " + words[3], times, Integer::sum));
                repeated += words[3].equals("1") ? 0 : times;
            }
        } else {
            account.hasThrown(times);
        }
    }
}
