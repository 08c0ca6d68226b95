package io.github.frameiokit.client.model;

/**
 * The URL for one part of a file. Anyone who has it can write the part, so keep it out of logs.
 *
 * @param size the part's size in bytes
 * @param url a signed URL that takes a PUT of the part
 */
public record UploadUrl(long size, String url) {

    /** Checks that nothing is null. */
    public UploadUrl {
        Checks.notNull(UploadUrl.class, url);
    }

    @Override
    public String toString() {
        return "UploadUrl[" + size + " bytes" + "]";
    }
}
