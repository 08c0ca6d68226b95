package io.github.frameiokit.client.model;

/**
 * Where one part of a file is to be put. Whoever has the URL may write there, so it isn't shown in a log.
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
