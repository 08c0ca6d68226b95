package io.github.frameiokit.internal.install;

import io.github.frameiokit.install.InstallSettings;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of a workspace at some time. Immutable. */
final class StoredSettings implements InstallSettings {

    private final Map<String, String> values;

    StoredSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    @Override
    public Set<String> names() {
        return values.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String text(String name) {
        return values.getOrDefault(Objects.requireNonNull(name, "name"), "");
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "InstallSettings" + names();
    }
}
