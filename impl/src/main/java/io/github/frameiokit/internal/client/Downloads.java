package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.FilesApi;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.MediaLink;
import io.github.frameiokit.client.model.MediaLinks;
import io.github.frameiokit.client.request.Include;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fetches a file's original by ranges. They are written in order, so that what lies on the disk is always the beginning of
 * the file, and its length the place to go on, also after a crash.
 */
final class Downloads {

    private static final int PARTIAL_CONTENT = 206;

    private final Transport transport;
    private final Patience patience;

    Downloads(Transport transport, Patience patience) {
        this.transport = transport;
        this.patience = patience;
    }

    /** The signed URL isn't good any more. */
    private static final class Expired extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    File download(FilesApi files, String accountId, String fileId, Download download) {
        Path target = download.target();
        Path part =
                target.resolveSibling(target.getFileName() + "." + fileId.replaceAll("[^A-Za-z0-9-]", "_") + ".part");
        File file = show(files, accountId, fileId);
        try {
            try (FileChannel out = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                lock(out, file);
                if (out.size() > file.fileSize()) {
                    out.truncate(0);
                }
                out.position(out.size());
                file = fetch(files, accountId, file, out, download);
                out.force(true);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static File show(FilesApi files, String accountId, String fileId) {
        return files.show(accountId, fileId, Include.MEDIA_LINKS_ORIGINAL);
    }

    private static void lock(FileChannel out, File file) throws IOException {
        try {
            if (out.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // by this JVM
        }
        throw new TransferException("The file is being downloaded to the same place already.", file.id(), null);
    }

    /** Links expire while a large file is fetched; a new one is asked for as long as each brings some more. */
    private File fetch(FilesApi files, String accountId, File first, FileChannel out, Download download)
            throws IOException {
        File file = first;
        while (true) {
            long before = out.position();
            try {
                fetch(file, out, download);
                return file;
            } catch (Expired e) {
                if (file != first && out.position() == before) {
                    throw new TransferException("The storage refuses a link it has just been given.", file.id(), null);
                }
                file = show(files, accountId, file.id());
            }
        }
    }

    private void fetch(File file, FileChannel out, Download download) throws IOException {
        URI url = file.mediaLinks()
                .flatMap(MediaLinks::original)
                .flatMap(MediaLink::downloadUrl)
                .map(link -> SignedUrl.of(link, file))
                .orElseThrow(() -> new TransferException("There is no original to download yet.", file.id(), null));
        long start = out.position();
        long size = file.fileSize();
        long partSize = download.partSize();
        int count = Math.toIntExact((size - start + partSize - 1) / partSize);
        new Parts(transport.threads(), download.parallelism())
                .run(
                        count,
                        i -> part(
                                file, url, start + i * partSize, (int) Math.min(partSize, size - start - i * partSize)),
                        bytes -> {
                            write(out, bytes);
                            download.progress().transferred(position(out), size);
                        },
                        () -> {});
    }

    private Callable<byte[]> part(File file, URI url, long offset, int size) {
        String name = "the " + size + " bytes from " + offset + " on";
        Call call = new Call("GET", name, "", Optional.empty(), Optional.empty(), true);
        return () -> {
            Answer answer;
            try {
                answer = patience.ask(call, () -> range(url, offset, size));
            } catch (FrameioApiException.Unreachable e) {
                throw new TransferException("The storage didn't send " + name + ".", file.id(), e.getCause());
            }
            if (answer.status() == 401 || answer.status() == 403 || answer.status() == 410) {
                throw new Expired();
            }
            if (answer.status() != PARTIAL_CONTENT) {
                throw new TransferException(
                        "The storage answered " + answer.status() + " when asked for " + name + ".", file.id(), null);
            }
            return answer.body();
        };
    }

    private Answer range(URI url, long offset, int size) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).header("Range", "bytes=" + offset + "-" + (offset + size - 1));
        byte[] bytes = new byte[size];
        AtomicInteger arrived = new AtomicInteger();
        Answer answer = transport.transfer(request, body(bytes, arrived), arrived::get);
        if (answer.status() == PARTIAL_CONTENT && arrived.get() != size) {
            throw new IOException("The storage sent " + arrived + " bytes instead of " + size + ".");
        }
        return answer;
    }

    /** Fills the bytes that were asked for, and no more should the storage send more. */
    private static BodyHandler<byte[]> body(byte[] bytes, AtomicInteger arrived) {
        return answer -> answer.statusCode() == PARTIAL_CONTENT
                ? BodySubscribers.mapping(
                        BodySubscribers.ofByteArrayConsumer(chunk -> chunk.ifPresent(more -> {
                            int at = arrived.getAndAdd(more.length);
                            if (at < bytes.length) {
                                System.arraycopy(more, 0, bytes, at, Math.min(more.length, bytes.length - at));
                            }
                        })),
                        done -> bytes)
                : BodySubscribers.replacing(new byte[0]);
    }

    private static void write(FileChannel out, byte[] bytes) {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long position(FileChannel out) {
        try {
            return out.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
