package io.github.frameiokit.internal.install;

import io.github.frameiokit.install.InstallationException;
import io.github.frameiokit.install.Registration.Kind;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.Settings.Workspace;
import io.github.frameiokit.internal.oauth.SealedStore;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The entries of the store that installation has: a record per workspace, one per registration with its secret, one per
 * workspace with the installer's settings, and an index of the workspaces. Stateless and thread-safe.
 *
 * <p>The record of a workspace names its registrations, and is written before one is created. The entry of a
 * registration has its secret, and is written right after. So a registration without an entry is one whose creation was
 * interrupted.
 */
final class Registrations {

    private static final String WORKSPACE = "install";
    private static final String REGISTRATION = "install-id";
    private static final String CLOSED = "{}";
    private static final String SETTINGS = "install-settings";
    private static final String INDEX = "install-index";
    /** The index has several entries, since one has room for about 270 workspaces. */
    private static final int BUCKETS = 64;
    /** Each write renews it. */
    static final Duration LIFETIME = Duration.ofDays(3650);

    private static final int ATTEMPTS = 20;

    private final SealedStore store;

    Registrations(SealedStore store) {
        this.store = store;
    }

    /**
     * What an entry holds.
     *
     * @param value its value; empty if there is no entry, or it can't be read
     * @param version what the next write expects
     * @param locked whether another node has sealed it with a key that this one doesn't have
     */
    record Stored<T>(Optional<T> value, long version, boolean locked) {

        /**
         * The same, for what must not replace an entry of a node with newer keys.
         *
         * @throws UnknownKeyException if that may be one
         */
        Stored<T> opened() {
            if (locked) {
                throw new UnknownKeyException();
            }
            return this;
        }
    }

    /**
     * The record of a workspace.
     *
     * @param version the newest version of the app that has installed; empty if none had one
     * @param whole whether the first installation has come to its end
     */
    record WorkspaceRecord(
            Instant installedAt, Instant changedAt, Optional<String> version, boolean whole, List<Slot> slots) {

        private JsonObject json() {
            JsonArrayBuilder all = JsonText.array();
            slots.forEach(slot -> all.add(slot.json()));
            JsonObjectBuilder json = JsonText.builder()
                    .add("installedAt", installedAt.toString())
                    .add("changedAt", changedAt.toString())
                    .add("whole", whole)
                    .add("slots", all);
            version.ifPresent(it -> json.add("version", it));
            return json.build();
        }

        private static WorkspaceRecord of(JsonObject json) {
            return new WorkspaceRecord(
                    Instant.parse(json.getString("installedAt")),
                    Instant.parse(json.getString("changedAt")),
                    Optional.ofNullable(json.getString("version", null)),
                    json.getBoolean("whole"),
                    json.getJsonArray("slots").getValuesAs(JsonObject.class).stream()
                            .map(Slot::of)
                            .toList());
        }
    }

    /**
     * The entry of a registration.
     *
     * @param workspace where it is
     * @param kind what it is
     * @param key what distinguishes it from others of its kind
     * @param remoteId its id in Frame.io
     * @param secret what signs its events
     * @param retiring whether it is being removed
     */
    record Held(Workspace workspace, Kind kind, String key, String remoteId, String secret, boolean retiring) {

        Held retired() {
            return new Held(workspace, kind, key, remoteId, secret, true);
        }

        private JsonObject json() {
            return JsonText.builder()
                    .add("account", workspace.accountId())
                    .add("workspace", workspace.workspaceId())
                    .add("kind", kind.name())
                    .add("key", key)
                    .add("remoteId", remoteId)
                    .add("secret", secret)
                    .add("retiring", retiring)
                    .build();
        }

        private static Held of(JsonObject json) {
            return new Held(
                    new Workspace(json.getString("account"), json.getString("workspace")),
                    Kind.valueOf(json.getString("kind")),
                    json.getString("key"),
                    json.getString("remoteId"),
                    json.getString("secret"),
                    json.getBoolean("retiring"));
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Held[" + kind + " " + key + "]";
        }
    }

    Stored<WorkspaceRecord> record(Workspace workspace) {
        return read(name(WORKSPACE, workspace), WorkspaceRecord::of);
    }

    /** Writes the record of a workspace; returns its new version, or empty if it isn't of the expected one. */
    OptionalLong write(Workspace workspace, WorkspaceRecord record, long expected) {
        String text = record.json().toString();
        if (!store.fits(text)) {
            throw new InstallationException("The app has too many actions ("
                    + record.slots().size() + ") for the record of one workspace; install fewer.");
        }
        return store.put(name(WORKSPACE, workspace), text, LIFETIME, expected);
    }

    boolean delete(Workspace workspace, long expected) {
        return expected == 0 || store.delete(name(WORKSPACE, workspace), expected);
    }

    Stored<Held> held(String id) {
        return read(SealedStore.Name.of(REGISTRATION, id), Held::of);
    }

    /** Writes the entry of a registration; returns whether it was of the expected version. */
    boolean write(String id, Held held, long expected) {
        return write(id, held, LIFETIME, expected);
    }

    /** Writes the entry of a registration that ends after a while. */
    boolean write(String id, Held held, Duration lifetime, long expected) {
        return store.put(SealedStore.Name.of(REGISTRATION, id), held.json().toString(), lifetime, expected)
                .isPresent();
    }

    /** Writes an entry without a secret, where there is none; returns whether there was none. */
    boolean close(String id, Duration lifetime) {
        return store.put(SealedStore.Name.of(REGISTRATION, id), CLOSED, lifetime, 0)
                .isPresent();
    }

    /** The installer's values; empty if nobody has entered any. */
    Optional<Map<String, String>> settings(Workspace workspace) {
        return read(name(SETTINGS, workspace), Registrations::values).value();
    }

    /**
     * Changes the installer's values.
     *
     * @return whether they have room in an entry
     */
    boolean changeSettings(Workspace workspace, UnaryOperator<Map<String, String>> change) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Stored<Map<String, String>> known =
                    read(name(SETTINGS, workspace), Registrations::values).opened();
            JsonObjectBuilder json = JsonText.builder();
            change.apply(known.value().orElse(Map.of())).forEach(json::add);
            String text = json.build().toString();
            if (!store.fits(text)) {
                return false;
            }
            if (store.put(name(SETTINGS, workspace), text, LIFETIME, known.version())
                    .isPresent()) {
                return true;
            }
        }
        throw busy();
    }

    void deleteSettings(Workspace workspace) {
        long version = store.find(name(SETTINGS, workspace)).version();
        if (version != 0) {
            store.delete(name(SETTINGS, workspace), version);
        }
    }

    private static Map<String, String> values(JsonObject json) {
        Map<String, String> values = new LinkedHashMap<>();
        json.forEach((name, value) -> values.put(name, ((JsonString) value).getString()));
        return values;
    }

    /** All workspaces of the index, in the order of their ids. */
    List<Workspace> all() {
        List<Workspace> all = new ArrayList<>();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            all.addAll(index(bucket).value().orElse(List.of()));
        }
        all.sort(Comparator.comparing(Workspace::toString));
        return all;
    }

    void addToIndex(Workspace workspace) {
        changeIndex(workspace, true);
    }

    void removeFromIndex(Workspace workspace) {
        changeIndex(workspace, false);
    }

    private void changeIndex(Workspace workspace, boolean present) {
        int bucket = Math.floorMod(workspace.toString().hashCode(), BUCKETS);
        for (int i = 0; i < ATTEMPTS; i++) {
            Stored<List<Workspace>> known = index(bucket).opened();
            List<Workspace> workspaces = new ArrayList<>(known.value().orElse(List.of()));
            if (workspaces.contains(workspace) == present) {
                return;
            }
            if (present) {
                workspaces.add(workspace);
            } else {
                workspaces.remove(workspace);
            }
            if (write(bucket, workspaces, known.version())) {
                return;
            }
        }
        throw busy();
    }

    private boolean write(int bucket, List<Workspace> workspaces, long expected) {
        Map<String, JsonArrayBuilder> byAccount = new TreeMap<>();
        workspaces.forEach(it -> byAccount
                .computeIfAbsent(it.accountId(), account -> JsonText.array())
                .add(it.workspaceId()));
        JsonObjectBuilder json = JsonText.builder();
        byAccount.forEach(json::add);
        String text = json.build().toString();
        if (!store.fits(text)) {
            throw new InstallationException("The app is installed in too many workspaces for its index.");
        }
        return store.put(bucket(bucket), text, LIFETIME, expected).isPresent();
    }

    private Stored<List<Workspace>> index(int bucket) {
        return read(
                bucket(bucket),
                json -> json.entrySet().stream()
                        .flatMap(account -> account.getValue().asJsonArray().getValuesAs(JsonString::getString).stream()
                                .map(workspace -> new Workspace(account.getKey(), workspace)))
                        .toList());
    }

    private <T> Stored<T> read(SealedStore.Name name, Function<JsonObject, T> reader) {
        SealedStore.Found found = store.find(name);
        boolean locked = found.version() != 0 && found.text().isEmpty() && store.isShared();
        return new Stored<>(found.text().flatMap(text -> parse(text, reader)), found.version(), locked);
    }

    /** Another version of the kit may have written it. */
    private static <T> Optional<T> parse(String text, Function<JsonObject, T> reader) {
        try {
            return Optional.of(reader.apply(JsonText.object(text)));
        } catch (JsonException | NullPointerException | ClassCastException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static InstallationException busy() {
        return new InstallationException("Other nodes change the same entry of the store; try again.");
    }

    private static SealedStore.Name name(String kind, Workspace workspace) {
        return SealedStore.Name.of(kind, workspace.accountId(), workspace.workspaceId());
    }

    private static SealedStore.Name bucket(int bucket) {
        return SealedStore.Name.of(INDEX, Integer.toString(bucket));
    }
}
