package io.github.frameiokit.client.request;

import java.util.Map;

/** A file to be imported from an account's own storage. Immutable: every change gives a new one. */
public final class FileImport extends Draft {

    private FileImport(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name its name
     * @param key its key in the storage
     * @param storageLocation the storage's id
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static FileImport of(String name, String key, String storageLocation) {
        return new FileImport(Map.of())
                .set("name", Draft.text("name", name, 255))
                .set("key", Draft.text("key", key, Integer.MAX_VALUE))
                .set("storage_location", Draft.text("storage_location", storageLocation, Integer.MAX_VALUE));
    }

    private FileImport set(String member, Object value) {
        return new FileImport(with(member, value));
    }
}
