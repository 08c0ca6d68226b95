package io.github.frameiokit.endurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What was sent, what it was answered, and what the app noted. Thread-safe until the journals are read. */
final class Ledger {

    private final Map<Long, Account> accounts = new ConcurrentHashMap<>();
    private final List<String> strangers = new ArrayList<>();

    /** One event's account. */
    static final class Account {

        private final Event event;
        private int signings;
        private int requests;
        private int accepted;
        private int rejected;
        private int failed;
        private int unanswered;
        private Optional<Node.Life> lastAcceptedBy = Optional.empty();
        private int handled;
        private int mostInOneLife;
        private int threw;

        Account(Event event) {
            this.event = event;
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

        /** How many requests the server has ended without an answer. */
        synchronized int unanswered() {
            return unanswered;
        }

        /** Whether the node that accepted it last was killed later. */
        synchronized boolean wasAcceptedByTheKilled() {
            return lastAcceptedBy.filter(Node.Life::wasKilled).isPresent();
        }

        synchronized int handled() {
            return handled;
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
                accepted++;
                lastAcceptedBy = by;
            } else if (status < 500) {
                rejected++;
            } else {
                failed++;
            }
        }

        synchronized void notAnswered() {
            unanswered++;
        }

        synchronized void wasHandled(int times) {
            handled += times;
            mostInOneLife = Math.max(mostInOneLife, times);
        }

        synchronized void hasThrown(int times) {
            threw += times;
        }
    }

    Account of(Event event) {
        return accounts.computeIfAbsent(event.number(), it -> new Account(event));
    }

    Collection<Account> all() {
        return accounts.values();
    }

    /** Lines of the journals about events that were never sent. */
    List<String> strangers() {
        return strangers;
    }

    /** Reads what the app noted in one life of a node. */
    void read(Path journal) throws IOException {
        Map<String, Integer> lines = new HashMap<>();
        try (Stream<String> all = Files.lines(journal)) {
            all.forEach(line -> lines.merge(line, 1, Integer::sum));
        }
        lines.forEach(this::note);
    }

    private void note(String line, int times) {
        String[] words = line.split(" ");
        Account account = accounts.get(Event.number(words[1]));
        if (account == null) {
            strangers.add(line);
        } else if (words[0].equals("handled")) {
            account.wasHandled(times);
        } else {
            account.hasThrown(times);
        }
    }
}
