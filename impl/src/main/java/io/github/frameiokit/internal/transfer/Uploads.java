package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.FilesApi;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.UploadUrl;
import io.github.frameiokit.client.request.LocalUploadDraft;
import io.github.frameiokit.client.request.RemoteUploadDraft;
import io.github.frameiokit.internal.http.RawResponse;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;

/** Creates a file at Frame.io and sends its parts to the signed URLs, without the token. Thread-safe. */
public final class Uploads {

    /** The URLs are signed for this header; without it the storage rejects the request. */
    private static final String ACL = "x-amz-acl";

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Storage storage;

    /**
     * Creates the uploads of an app.
     *
     * @param transport the connections
     * @param retryPolicy how requests to the API are repeated
     */
    public Uploads(Transport transport, RetryPolicy retryPolicy) {
        storage = new Storage(transport, retryPolicy);
    }

    /**
     * Uploads a file.
     *
     * @param files creates the file, with the caller's credentials
     * @return the file that was created
     * @throws TransferException if the storage fails
     * @throws UncheckedIOException if the content can't be read
     */
    public File upload(FilesApi files, String accountId, String folderId, Upload upload) {
        if (upload.source().isPresent()) {
            String source = upload.source().get().toString();
            return files.createRemoteUpload(accountId, folderId, RemoteUploadDraft.of(upload.name(), source));
        }
        if (upload.stream().isPresent()) {
            Source source = new OfStream(upload.stream().get());
            return upload(files, accountId, folderId, upload, upload.size().orElseThrow(), source);
        }
        // opened first, so that a file that can't be read leaves nothing at Frame.io
        try (LocalFile local = LocalFile.open(upload.path().orElseThrow())) {
            if (local.size() == 0) {
                throw new IllegalArgumentException("The file is empty; Frame.io takes files of at least one byte.");
            }
            return upload(files, accountId, folderId, upload, local.size(), new OfFile(local));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File upload(FilesApi files, String accountId, String folderId, Upload upload, long size, Source source) {
        File file = files.createLocalUpload(accountId, folderId, LocalUploadDraft.of(upload.name(), size));
        try {
            send(file, size, upload, source);
            source.end(file);
        } catch (TransferException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            e.addSuppressed(new TransferException(
                    "The file " + file.id() + " stays at Frame.io without its content.", file.id(), null));
            throw e;
        }
        return file;
    }

    private void send(File file, long size, Upload upload, Source source) {
        List<UploadUrl> parts = file.uploadUrls();
        long[] offsets = offsets(file, size);
        List<SignedUrl> urls =
                parts.stream().map(part -> SignedUrl.of(part.url(), file.id())).toList();
        AtomicLongArray sent = new AtomicLongArray(parts.size());
        Runnable report = new Runnable() {
            private long reported;

            @Override
            public void run() {
                long bytes = 0;
                for (int i = 0; i < sent.length(); i++) {
                    bytes += sent.get(i);
                }
                if (bytes > reported) { // less after another try of a part has started
                    reported = bytes;
                    upload.progress().transferred(bytes, size);
                }
            }
        };
        new Parts(storage.threads(), upload.parallelism(), file.id())
                .run(
                        parts.size(),
                        i -> part(
                                file,
                                (int) i,
                                urls.get((int) i),
                                source.part(
                                        file,
                                        offsets[(int) i],
                                        parts.get((int) i).size()),
                                sent),
                        done -> {},
                        report);
    }

    private static long[] offsets(File file, long size) {
        long[] offsets = new long[file.uploadUrls().size()];
        long at = 0;
        for (int i = 0; i < offsets.length; i++) {
            long part = file.uploadUrls().get(i).size();
            offsets[i] = at;
            at = part < 1 || part > size - at ? Long.MAX_VALUE : at + part;
        }
        if (at != size) {
            throw new TransferException("Frame.io's upload URLs don't cover the file.", file.id(), null);
        }
        return offsets;
    }

    /** The source of the bytes. */
    private interface Source {

        /** The bytes of a part, for any number of tries. Called in order and on the caller's thread. */
        PartBody.Content part(File file, long offset, long size);

        /** Checks that the parts that were sent belong together. */
        default void end(File file) {}
    }

    private record OfFile(LocalFile local) implements Source {

        @Override
        public PartBody.Content part(File file, long offset, long size) {
            return (at, length) -> local.read(offset + at, length);
        }

        @Override
        public void end(File file) {
            try {
                if (local.hasChanged()) {
                    throw new TransferException(
                            "The file was written to while it was uploaded; upload it again.", file.id(), null);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record OfStream(InputStream stream) implements Source {

        @Override
        public PartBody.Content part(File file, long offset, long size) {
            if (size > LARGEST_ARRAY) {
                throw new TransferException(
                        "A part of " + size + " bytes doesn't fit into memory; upload from a path instead.",
                        file.id(),
                        null);
            }
            try {
                byte[] part = stream.readNBytes((int) size);
                if (part.length < size) {
                    throw new TransferException("The stream ended before the size that was given.", file.id(), null);
                }
                return (at, length) -> ByteBuffer.wrap(part, (int) at, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Callable<Void> part(File file, int index, SignedUrl url, PartBody.Content content, AtomicLongArray sent) {
        long size = file.uploadUrls().get(index).size();
        String name = "part " + (index + 1) + " of " + file.uploadUrls().size();
        return () -> {
            RawResponse response = storage.send(file.id(), "The storage didn't take " + name + ".", () -> {
                sent.set(index, 0);
                return put(file, url, size, content, index, sent);
            });
            if (response.failed()) {
                throw new TransferException(
                        "The storage answered " + Storage.status(response) + " to " + name + ".", file.id(), null);
            }
            sent.set(index, size);
            return null;
        };
    }

    private RawResponse put(
            File file, SignedUrl url, long size, PartBody.Content content, int index, AtomicLongArray sent)
            throws IOException {
        AtomicReference<IOException> unreadable = new AtomicReference<>();
        PartBody body = new PartBody(size, content, bytes -> sent.addAndGet(index, bytes), unreadable::set);
        try {
            RawResponse response = storage.attempt(
                    url,
                    request -> request.header("Content-Type", file.mediaType().orElse("application/octet-stream"))
                            .header(ACL, "private")
                            .PUT(body),
                    Intake.beginning(),
                    () -> sent.get(index));
            if (unreadable.get() == null) {
                return response;
            }
        } catch (IOException e) {
            if (unreadable.get() == null) {
                throw e;
            }
        }
        throw new UncheckedIOException(unreadable.get());
    }
}
