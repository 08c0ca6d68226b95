package io.github.frameiokit.client.request;

/** A file to import from an account's own storage. Immutable. */
public final class FileImport extends RequestParameters<FileImport> {

    private FileImport() {}

    /**
     * Creates an import with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 255 characters
     * @param key its key in the storage, not blank
     * @param storageLocation the storage's id, not blank
     * @return the import
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static FileImport of(String name, String key, String storageLocation) {
        return new FileImport()
                .setText("name", name, 255)
                .setText("key", key)
                .setText("storage_location", storageLocation);
    }
}
