package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.FilesApi;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.MediaLink;
import io.github.frameiokit.client.model.MediaLinks;
import io.github.frameiokit.client.request.Include;
import io.github.frameiokit.internal.http.RawResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Fetches a file's original by ranges. The first byte shows the {@linkplain Original state} of the content, all ranges
 * must be of that state, and only all of them together become the target. If the content is replaced meanwhile, it
 * begins anew.
 */
public final class Downloads {

    private static final int PARTIAL_CONTENT = 206;
    private static final Set<Integer> REFUSED_LINK = Set.of(401, 403, 404, 410);
    private static final String EXPIRED = "ExpiredToken";
    private static final int NO_SUCH_RANGE = 416;
    /** The precondition failed, or the content has become shorter. */
    private static final Set<Integer> REPLACED = Set.of(412, NO_SUCH_RANGE);

    /** How often it begins at most. */
    private static final int TRIES = 4;

    private final Storage storage;
    private final Set<Path> parts = ConcurrentHashMap.newKeySet();

    public Downloads(Storage storage) {
        this.storage = storage;
    }

    public File download(FilesApi files, String accountId, String fileId, Download download) {
        Run run = new Run(files, accountId, fileId, download);
        try {
            PartFile.check(run.target);
            for (int tries = 1; ; tries++) {
                try {
                    return run.run();
                } catch (Changed e) {
                    if (tries == TRIES) {
                        throw new TransferException(e.getMessage(), fileId, null);
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof ClosedByInterruptException ? interrupted(fileId, e) : e;
        } catch (ClosedByInterruptException e) {
            throw interrupted(fileId, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TransferException interrupted(String fileId, Exception cause) {
        return new TransferException("The transfer was interrupted.", fileId, cause);
    }

    /** The signed URL isn't good any more. */
    private static final class Expired extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** The content isn't what the download began with. */
    private static final class Changed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Changed(String message) {
            super(message);
        }
    }

    /** One call of the app's. */
    private final class Run {

        private final FilesApi files;
        private final String accountId;
        private final String fileId;
        private final Download download;
        private final Path target;

        /** What Frame.io told last, and its link. */
        private File file;

        private SignedUrl url;

        Run(FilesApi files, String accountId, String fileId, Download download) {
            this.files = files;
            this.accountId = accountId;
            this.fileId = fileId;
            this.download = download;
            target = download.target().toAbsolutePath();
        }

        File run() throws IOException {
            show();
            Original original = original();
            try (PartFile part = PartFile.open(target, fileId, original, parts)) {
                part.checkRoom();
                try {
                    fetch(part, original);
                } catch (Changed e) {
                    part.discard();
                    throw e;
                }
                part.becomeTarget();
            }
            return file;
        }

        private void show() {
            file = files.show(accountId, fileId, Include.MEDIA_LINKS_ORIGINAL);
            url = file.mediaLinks()
                    .flatMap(MediaLinks::original)
                    .flatMap(MediaLink::downloadUrl)
                    .map(link -> SignedUrl.of(link, fileId))
                    .orElseThrow(() -> new TransferException("There is no original to download yet.", fileId, null));
        }

        /** Asks for one byte, which shows what is there before anything on the disk is touched. */
        private Original original() {
            Original original;
            try {
                original = probe();
            } catch (Expired e) {
                show();
                try {
                    original = probe();
                } catch (Expired again) {
                    throw refused();
                }
            }
            compareSizes(original);
            return original;
        }

        private Original probe() {
            return range(0, 1, Optional.empty(), () -> nothing -> {});
        }

        /** What Frame.io didn't tell is 0, so that only the storage's word counts. */
        private void compareSizes(Original original) {
            if (file.fileSize() > 0 && file.fileSize() != original.size()) {
                throw new Changed("Frame.io says that the file has " + file.fileSize() + " bytes, its storage says "
                        + original.size() + ".");
            }
        }

        private TransferException refused() {
            return new TransferException("The storage refuses a link it has just been given.", fileId, null);
        }

        /** Links expire while a large file is fetched; a new one is asked for as long as each brings some more. */
        private void fetch(PartFile part, Original original) {
            boolean refreshed = false;
            while (true) {
                long before = part.size();
                try {
                    if (original.isIdentified()) {
                        ranges(part, original);
                    } else {
                        whole(part, original);
                    }
                    return;
                } catch (Expired e) {
                    if (refreshed && part.size() <= before) {
                        throw refused();
                    }
                    refreshed = true;
                    show();
                    compareSizes(original);
                }
            }
        }

        private void ranges(PartFile part, Original original) {
            long start = part.size();
            long left = original.size() - start;
            long partSize = download.partSize();
            long count = left / partSize + (left % partSize == 0 ? 0 : 1);
            new Parts(storage.threads(), download.parallelism(), fileId)
                    .run(
                            count,
                            i -> () -> {
                                byte[] bytes = new byte[(int) Math.min(partSize, left - i * partSize)];
                                range(
                                        start + i * partSize,
                                        bytes.length,
                                        Optional.of(original),
                                        () -> ByteBuffer.wrap(bytes)::put);
                                return bytes;
                            },
                            bytes -> {
                                part.write(ByteBuffer.wrap(bytes));
                                download.progress().transferred(part.size(), original.size());
                            },
                            () -> {});
        }

        /** Two answers of a storage that identifies nothing may be of different content, so one answer must do. */
        private void whole(PartFile part, Original original) {
            long[] told = {0};
            Sink sink = () -> {
                part.restart();
                return part::write;
            };
            new Parts(storage.threads(), 1, fileId)
                    .run(1, i -> () -> range(0, original.size(), Optional.of(original), sink), done -> {}, () -> {
                        long size = part.size();
                        if (size > told[0]) { // less when it begins anew
                            told[0] = size;
                            download.progress().transferred(size, original.size());
                        }
                    });
        }

        /**
         * Fetches some bytes.
         *
         * @param expected the state they must be of; empty for the first answer, which decides
         */
        private Original range(long offset, long size, Optional<Original> expected, Sink sink) {
            String name = "bytes " + offset + "-" + (offset + size - 1);
            RawResponse answer = storage.ask(
                    "GET",
                    name,
                    fileId,
                    "The storage didn't send " + name + ".",
                    () -> attempt(offset, size, expected, sink));
            if (answer.status() == PARTIAL_CONTENT) {
                Original original = Original.of(answer.headers(), offset, size)
                        .orElseThrow(() -> new TransferException(
                                "The storage's answer doesn't prove that it has " + name + ": a Content-Range with"
                                        + " just these and the total, and no Content-Encoding.",
                                fileId,
                                null));
                if (!isExpected(original, expected)) {
                    throw replaced();
                }
                return original;
            }
            if (REFUSED_LINK.contains(answer.status())
                    || Storage.code(answer).filter(EXPIRED::equals).isPresent()) {
                throw new Expired();
            }
            if (REPLACED.contains(answer.status()) && expected.isPresent()) {
                throw replaced();
            }
            throw new TransferException(
                    answer.status() == NO_SUCH_RANGE
                            ? "The file has no content to download."
                            : "The storage answered " + Storage.status(answer) + " when asked for " + name + ".",
                    fileId,
                    null);
        }

        /** One try. Nothing is taken of an answer that isn't exactly what was asked for. */
        private RawResponse attempt(long offset, long size, Optional<Original> expected, Sink sink) throws IOException {
            Consumer<ByteBuffer> bytes = sink.begin();
            AtomicLong arrived = new AtomicLong();
            AtomicReference<UncheckedIOException> unwritable = new AtomicReference<>();
            Consumer<ByteBuffer> guarded = buffer -> {
                try {
                    bytes.accept(buffer);
                } catch (UncheckedIOException e) {
                    unwritable.set(e);
                    throw e;
                }
            };
            BodyHandler<byte[]> body = answer -> isWanted(answer.statusCode(), answer.headers(), offset, size, expected)
                    ? new Intake(size, guarded, arrived)
                    : Intake.beginning().apply(answer);
            RawResponse answer;
            try {
                answer = storage.send(url, request -> asking(request, offset, size, expected), body, arrived::get);
            } catch (IOException e) {
                if (unwritable.get() != null) {
                    throw unwritable.get();
                }
                throw e;
            }
            if (isWanted(answer.status(), answer.headers(), offset, size, expected) && arrived.get() != size) {
                throw new IOException("The storage sent " + (arrived.get() > size ? "more" : "only " + arrived) + " of "
                        + size + " bytes.");
            }
            return answer;
        }
    }

    private static HttpRequest.Builder asking(
            HttpRequest.Builder request, long offset, long size, Optional<Original> expected) {
        request.header("Range", "bytes=" + offset + "-" + (offset + size - 1)).header("Accept-Encoding", "identity");
        expected.filter(Original::isIdentified)
                .ifPresent(original -> request.header(original.condition(), original.validator()));
        return request;
    }

    private static boolean isWanted(
            int status, HttpHeaders headers, long offset, long size, Optional<Original> expected) {
        return status == PARTIAL_CONTENT
                && Original.of(headers, offset, size)
                        .filter(original -> isExpected(original, expected))
                        .isPresent();
    }

    private static boolean isExpected(Original original, Optional<Original> expected) {
        return expected.map(it -> it.isIdentified() ? it.equals(original) : it.size() == original.size())
                .orElse(true);
    }

    private static Changed replaced() {
        return new Changed("The file's content was replaced each time while it was downloaded.");
    }

    /** Where the bytes of an answer go; begun once for each try. */
    @FunctionalInterface
    private interface Sink {
        Consumer<ByteBuffer> begin() throws IOException;
    }
}
