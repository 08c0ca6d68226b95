package io.github.frameiokit.internal.install;

import io.github.frameiokit.internal.oauth.SealedStore;
import io.github.frameiokit.oauth.TokenStoreException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The store that all nodes of a test share, without keys: in memory, or in a file for those in JVMs of their own. */
class PlainStore extends SealedStore {

    private record Entry(String text, long version, Instant expiresAt) implements Serializable {}

    private final Optional<Path> file;
    private final Supplier<Instant> clock;
    private Map<String, Entry> entries = new HashMap<>();
    private long versions;
    private int finds;
    private boolean down;
    private String failing = "";
    private String locked = "";

    PlainStore(Supplier<Instant> clock) {
        this.file = Optional.empty();
        this.clock = clock;
    }

    /** With a file, which one JVM at a time uses. */
    @SuppressWarnings({"unchecked", "BanSerializableRead"})
    PlainStore(Path file, Supplier<Instant> clock) {
        this.file = Optional.of(file);
        this.clock = clock;
        if (Files.exists(file)) {
            try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
                entries = (Map<String, Entry>) in.readObject();
                versions = in.readLong();
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    synchronized int finds() {
        return finds;
    }

    /** Lets the next write of an entry of this kind fail. */
    synchronized void failNext(String kind) {
        failing = kind;
    }

    /** Lets the entries of this kind be sealed with a key that the node doesn't have. */
    synchronized void lock(String kind) {
        locked = kind;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    synchronized void down(boolean isDown) {
        down = isDown;
    }

    @Override
    public synchronized Found find(Name name) {
        finds++;
        check();
        return current(name)
                .map(it -> new Found(
                        Optional.of(it.text()).filter(text -> !name.kind().equals(locked)), it.version()))
                .orElse(new Found(Optional.empty(), 0));
    }

    private Optional<Entry> current(Name name) {
        return Optional.ofNullable(entries.get(key(name)))
                .filter(it -> it.expiresAt().isAfter(clock.get()));
    }

    @Override
    public synchronized OptionalLong put(Name name, String text, Duration lifetime, long expected) {
        check();
        if (name.kind().equals(failing)) {
            failing = "";
            throw new TokenStoreException("The test's store fails.");
        }
        if (current(name).map(Entry::version).orElse(0L) != expected) {
            return OptionalLong.empty();
        }
        versions++;
        entries.put(key(name), new Entry(text, versions, clock.get().plus(lifetime)));
        save();
        return OptionalLong.of(versions);
    }

    @Override
    public synchronized boolean delete(Name name, long expected) {
        check();
        if (current(name).map(Entry::version).orElse(0L) != expected) {
            return false;
        }
        entries.remove(key(name));
        save();
        return true;
    }

    @Override
    public boolean fits(String text) {
        return text.length() < 16_000;
    }

    @Override
    public String tag(String kind, String text) {
        return String.format("tag-%08x", (kind + text).hashCode());
    }

    @Override
    public boolean isTag(String kind, String text, String tag) {
        return tag(kind, text).equals(tag);
    }

    /** Another app's names, so that what is stored can be counted. */
    synchronized long count(String kind) {
        return entries.entrySet().stream()
                .filter(it -> it.getKey().startsWith(kind + "[")
                        && it.getValue().expiresAt().isAfter(clock.get()))
                .count();
    }

    private static String key(Name name) {
        return name.kind() + name.parts();
    }

    private void check() {
        if (down) {
            throw new TokenStoreException("The test's store is down.");
        }
    }

    private void save() {
        file.ifPresent(path -> {
            Path next = path.resolveSibling(path.getFileName() + ".next");
            try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(next))) {
                out.writeObject(entries);
                out.writeLong(versions);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            try {
                Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
