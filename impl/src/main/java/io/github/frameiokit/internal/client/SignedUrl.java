package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.model.File;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads a signed URL so that it is in no exception. */
final class SignedUrl {

    private SignedUrl() {}

    static URI of(String url, File file) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new TransferException("Frame.io's link to the storage is no URL.", file.id(), null);
        }
    }
}
