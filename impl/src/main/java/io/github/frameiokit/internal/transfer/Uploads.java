package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.FilesApi;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.UploadUrl;
import io.github.frameiokit.client.request.LocalUploadDraft;
import io.github.frameiokit.client.request.RemoteUploadDraft;
import io.github.frameiokit.internal.http.RawResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Creates a file at Frame.io and sends its parts to the signed URLs, without the token. */
public final class Uploads {

    /** What the URLs are signed for; without it the storage refuses. */
    private static final String ACL = "x-amz-acl";

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Storage storage;

    public Uploads(Storage storage) {
        this.storage = storage;
    }

    public File upload(FilesApi files, String accountId, String folderId, Upload upload) {
        if (upload.source().isPresent()) {
            String source = upload.source().get().toString();
            return files.createRemoteUpload(accountId, folderId, RemoteUploadDraft.of(upload.name(), source));
        }
        if (upload.stream().isPresent()) {
            Source source = new OfStream(upload.stream().get());
            return upload(files, accountId, folderId, upload, upload.size(), source);
        }
        // opened before anything is created, so that a file that can't be read leaves nothing at Frame.io
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
        Runnable tell = new Runnable() {
            private long told;

            @Override
            public void run() {
                long bytes = 0;
                for (int i = 0; i < sent.length(); i++) {
                    bytes += sent.get(i);
                }
                if (bytes > told) { // less when a part begins anew
                    told = bytes;
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
                        tell);
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

    /** Where the bytes come from. */
    private interface Source {

        /** How a part is read, once for each try. Called in order and on the caller's thread. */
        Supplier<InputStream> part(File file, long offset, long size);

        /** Checks that the parts that were sent belong together. */
        default void end(File file) {}
    }

    private record OfFile(LocalFile local) implements Source {

        @Override
        public Supplier<InputStream> part(File file, long offset, long size) {
            return () -> local.slice(offset, size);
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
        public Supplier<InputStream> part(File file, long offset, long size) {
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
                return () -> new ByteArrayInputStream(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Callable<Void> part(
            File file, int index, SignedUrl url, Supplier<InputStream> content, AtomicLongArray sent) {
        long size = file.uploadUrls().get(index).size();
        String name = "part " + (index + 1) + " of " + file.uploadUrls().size();
        return () -> {
            RawResponse answer = storage.ask("PUT", name, file.id(), "The storage didn't take " + name + ".", () -> {
                sent.set(index, 0);
                return put(file, url, size, content, index, sent);
            });
            if (answer.failed()) {
                throw new TransferException(
                        "The storage answered " + Storage.status(answer) + " to " + name + ".", file.id(), null);
            }
            sent.set(index, size);
            return null;
        };
    }

    private RawResponse put(
            File file, SignedUrl url, long size, Supplier<InputStream> content, int index, AtomicLongArray sent)
            throws IOException {
        AtomicReference<IOException> unreadable = new AtomicReference<>();
        Supplier<InputStream> counted =
                () -> new CountingStream(content.get(), bytes -> sent.addAndGet(index, bytes), unreadable::set);
        RawResponse answer = null;
        IOException failure = null;
        try {
            answer = storage.send(
                    url,
                    request -> request.header("Content-Type", file.mediaType().orElse("application/octet-stream"))
                            .header(ACL, "private")
                            .PUT(HttpRequest.BodyPublishers.fromPublisher(
                                    HttpRequest.BodyPublishers.ofInputStream(counted), size)),
                    Intake.beginning(),
                    () -> sent.get(index));
        } catch (IOException e) {
            failure = e;
        }
        if (unreadable.get() != null) {
            throw new UncheckedIOException(unreadable.get());
        }
        if (failure != null) {
            throw failure;
        }
        return answer;
    }
}
