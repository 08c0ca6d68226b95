package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.TransferException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A signed URL of the storage. It lets anyone read or write, so no exception and no {@code toString} shows it. */
final class SignedUrl {

    private static final int LARGEST_PORT = 65_535;

    private final URI uri;

    private SignedUrl(URI uri) {
        this.uri = uri;
    }

    /**
     * Reads a URL.
     *
     * @throws TransferException if it is null, or the HTTP client can't or mustn't send a request to it
     */
    static SignedUrl of(String link, String fileId) {
        try {
            URI uri = new URI(link == null ? "" : link);
            if (uri.getHost() != null && uri.getPort() <= LARGEST_PORT && isSafe(uri)) {
                return new SignedUrl(uri);
            }
        } catch (URISyntaxException e) {
            // its message has the URL
        }
        throw new TransferException(
                "Frame.io's link to the storage is no https URL with a valid host name.", fileId, null);
    }

    /** The signature must not be sent unencrypted, except to a fake on this machine, which has no certificate. */
    private static boolean isSafe(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || "http".equalsIgnoreCase(uri.getScheme())
                        && uri.getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    }

    HttpRequest.Builder request() {
        return HttpRequest.newBuilder(uri);
    }

    /** The same failure, or one without details if its texts, or those of its causes, show the URL. */
    IOException withoutUrl(Exception failure) {
        return failure instanceof IOException io && !isShownBy(io, Collections.newSetFromMap(new IdentityHashMap<>()))
                ? io
                : new IOException("The request to the storage failed with a "
                        + failure.getClass().getSimpleName() + ".");
    }

    private boolean isShownBy(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return false;
        }
        String text = failure.toString();
        return text.contains("://")
                || Stream.of(uri.getRawQuery(), uri.getQuery(), uri.getRawPath(), uri.getPath())
                        .anyMatch(part -> part != null && part.length() > 1 && text.contains(part))
                || isShownBy(failure.getCause(), seen)
                || Stream.of(failure.getSuppressed()).anyMatch(it -> isShownBy(it, seen));
    }

    @Override
    public String toString() {
        return "SignedUrl[]";
    }
}
