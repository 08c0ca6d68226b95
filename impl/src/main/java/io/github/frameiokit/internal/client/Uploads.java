package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FilesApi;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.UploadUrl;
import io.github.frameiokit.client.request.LocalUploadDraft;
import io.github.frameiokit.client.request.RemoteUploadDraft;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/** Makes a file at Frame.io and puts its parts to the signed URLs, without the token. */
final class Uploads {

    /** What the URLs are signed for; without it the storage refuses. */
    private static final String ACL = "x-amz-acl";

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Transport transport;
    private final Patience patience;

    Uploads(Transport transport, Patience patience) {
        this.transport = transport;
        this.patience = patience;
    }

    File upload(FilesApi files, String accountId, String folderId, Upload upload) {
        if (upload.source().isPresent()) {
            String source = upload.source().get().toString();
            return files.createRemoteUpload(accountId, folderId, RemoteUploadDraft.of(upload.name(), source));
        }
        long size = upload.path().map(Uploads::sizeOf).orElse(upload.size());
        if (size == 0) {
            throw new IllegalArgumentException("The file is empty; Frame.io takes files of at least one byte.");
        }
        File file = files.createLocalUpload(accountId, folderId, LocalUploadDraft.of(upload.name(), size));
        if (file.uploadUrls().stream().mapToLong(UploadUrl::size).sum() != size) {
            throw new TransferException("Frame.io's upload URLs don't cover the file.", file.id(), null);
        }
        send(file, size, upload);
        return file;
    }

    private void send(File file, long size, Upload upload) {
        List<UploadUrl> urls = file.uploadUrls();
        AtomicLongArray sent = new AtomicLongArray(urls.size());
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
        long[] offsets = new long[urls.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + urls.get(i - 1).size();
        }
        new Parts(transport.threads(), upload.parallelism())
                .run(
                        urls.size(),
                        i -> part(
                                file,
                                i,
                                source(upload, file, offsets[i], urls.get(i).size()),
                                sent),
                        done -> {},
                        tell);
    }

    /** Opens a part's content, once for each try. */
    @FunctionalInterface
    private interface Content {
        InputStream open() throws IOException;
    }

    private static Content source(Upload upload, File file, long offset, long size) {
        if (upload.path().isPresent()) {
            Path path = upload.path().get();
            return () -> FileSlice.open(path, offset, size);
        }
        byte[] part = read(upload.stream().orElseThrow(), file, size);
        return () -> new ByteArrayInputStream(part);
    }

    private static byte[] read(InputStream stream, File file, long size) {
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
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Callable<Void> part(File file, int index, Content content, AtomicLongArray sent) {
        UploadUrl url = file.uploadUrls().get(index);
        String name = "part " + (index + 1) + " of " + file.uploadUrls().size();
        Call call = new Call("PUT", name, "", Optional.empty(), Optional.empty(), true);
        return () -> {
            Answer answer;
            try {
                answer = patience.ask(call, () -> {
                    sent.set(index, 0);
                    return transport.transfer(
                            request(url, file, content, index, sent), Transport.NO_BODY, () -> sent.get(index));
                });
            } catch (FrameioApiException.Unreachable e) {
                throw new TransferException("The storage didn't take " + name + ".", file.id(), e.getCause());
            }
            if (answer.failed()) {
                throw new TransferException(
                        "The storage answered " + answer.status() + " to " + name + ".", file.id(), null);
            }
            sent.set(index, url.size());
            return null;
        };
    }

    private static HttpRequest.Builder request(
            UploadUrl url, File file, Content content, int index, AtomicLongArray sent) {
        Supplier<InputStream> counted = () -> {
            try {
                return new CountingStream(content.open(), bytes -> sent.addAndGet(index, bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        return HttpRequest.newBuilder(SignedUrl.of(url.url(), file))
                .header("Content-Type", file.mediaType().orElse("application/octet-stream"))
                .header(ACL, "private")
                .PUT(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(counted), url.size()));
    }

    private static long sizeOf(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
