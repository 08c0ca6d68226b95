package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.FilesApi;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.MediaLink;
import io.github.frameiokit.client.model.MediaLinks;
import io.github.frameiokit.client.request.Include;
import io.github.frameiokit.internal.http.RetryPolicy;
import io.github.frameiokit.internal.http.Transport;
import io.github.frameiokit.internal.transfer.RangeReader.Changed;
import io.github.frameiokit.internal.transfer.RangeReader.Expired;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Downloads a file's original in ranges. The first byte shows the {@linkplain Original state} of the content, all
 * ranges must have that state, and only the complete content replaces the target. If the content is replaced meanwhile,
 * the download starts again. Thread-safe.
 */
public final class Downloads {

    /** How often a download starts at most, if the content is replaced each time. */
    private static final int TRIES = 4;

    private final Storage storage;
    private final PartFiles parts = new PartFiles();

    /**
     * Creates the downloads of an app; one instance knows which parts the app has open.
     *
     * @param transport the connections
     * @param retryPolicy how requests to the API are repeated
     */
    public Downloads(Transport transport, RetryPolicy retryPolicy) {
        storage = new Storage(transport, retryPolicy);
    }

    /**
     * Downloads a file.
     *
     * @param files shows the file, with the caller's credentials
     * @return the file as Frame.io showed it last
     * @throws TransferException if there is no original, or the storage fails
     * @throws UncheckedIOException if the target can't be written
     */
    public File download(FilesApi files, String accountId, String fileId, Download download) {
        Run run = new Run(files, accountId, fileId, download);
        try {
            PartFile.check(run.target);
            for (int tries = 1; ; tries++) {
                try {
                    return run.run();
                } catch (Changed e) {
                    if (tries == TRIES) {
                        throw new TransferException(String.valueOf(e.getMessage()), fileId, null);
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

    /** A range in memory. If there was a second try, the first one's response may still write into the array. */
    private static final class Range implements RangeReader.Sink {

        private final byte[] bytes;
        private final int size;
        private int tries;

        Range(byte[] bytes, int size) {
            this.bytes = bytes;
            this.size = size;
        }

        @Override
        public Consumer<ByteBuffer> begin() {
            tries++;
            return ByteBuffer.wrap(bytes, 0, size)::put;
        }
    }

    /** One download. */
    private final class Run {

        private final FilesApi files;
        private final String accountId;
        private final String fileId;
        private final Download download;
        private final Path target;
        private final RangeReader ranges;

        /** The last that Frame.io said of the file, with its signed URL. */
        private File file;

        private SignedUrl url;

        @SuppressWarnings("NullAway.Init") // run() shows the file first
        Run(FilesApi files, String accountId, String fileId, Download download) {
            this.files = files;
            this.accountId = accountId;
            this.fileId = fileId;
            this.download = download;
            target = download.target().toAbsolutePath();
            ranges = new RangeReader(storage, fileId);
        }

        File run() throws IOException {
            show();
            Original original = original();
            try (PartFile part = parts.open(target, fileId, original)) {
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

        /** Requests one byte, which shows the content's state before anything on the disk changes. */
        private Original original() {
            Original original;
            try {
                original = probe();
            } catch (Expired e) {
                show();
                try {
                    original = probe();
                } catch (Expired again) {
                    throw rejected();
                }
            }
            compareSizes(original);
            return original;
        }

        private Original probe() {
            return ranges.read(url, 0, 1, Optional.empty(), () -> nothing -> {});
        }

        /** A size of 0 is one that Frame.io didn't say; then only the storage's counts. */
        private void compareSizes(Original original) {
            if (file.fileSize() > 0 && file.fileSize() != original.size()) {
                throw new Changed("Frame.io says that the file has " + file.fileSize() + " bytes, its storage says "
                        + original.size() + ".");
            }
        }

        private TransferException rejected() {
            return new TransferException("The storage rejects a link that Frame.io has just issued.", fileId, null);
        }

        /** Signed URLs expire during a large download; a new one is requested as long as each brings some bytes. */
        private void fetch(PartFile part, Original original) {
            boolean refreshed = false;
            while (true) {
                long before = part.size();
                try {
                    if (original.isIdentified()) {
                        inRanges(part, original);
                    } else {
                        inOneResponse(part, original);
                    }
                    return;
                } catch (Expired e) {
                    if (refreshed && part.size() <= before) {
                        throw rejected();
                    }
                    refreshed = true;
                    show();
                    compareSizes(original);
                }
            }
        }

        private void inRanges(PartFile part, Original original) {
            long start = part.size();
            long left = original.size() - start;
            long partSize = download.partSize();
            long count = left / partSize + (left % partSize == 0 ? 0 : 1);
            Deque<byte[]> spare = new ArrayDeque<>(); // only the caller's thread uses it
            new Parts(storage.threads(), download.parallelism(), fileId)
                    .run(
                            count,
                            i -> {
                                long offset = i * partSize;
                                int size = (int) Math.min(partSize, left - offset);
                                Range range = new Range(spare.isEmpty() ? new byte[size] : spare.pop(), size);
                                return () -> {
                                    ranges.read(url, start + offset, size, Optional.of(original), range);
                                    return range;
                                };
                            },
                            range -> {
                                part.write(ByteBuffer.wrap(range.bytes, 0, range.size));
                                download.progress().transferred(part.size(), original.size());
                                if (range.tries == 1) {
                                    spare.push(range.bytes);
                                }
                            },
                            () -> {});
        }

        /** If the storage doesn't identify the content, two responses may be of different content. */
        private void inOneResponse(PartFile part, Original original) {
            long[] reported = {0};
            RangeReader.Sink sink = () -> {
                part.restart();
                return part::write;
            };
            new Parts(storage.threads(), 1, fileId)
                    .run(
                            1,
                            i -> () -> ranges.read(url, 0, original.size(), Optional.of(original), sink),
                            done -> {},
                            () -> {
                                long size = part.size();
                                if (size > reported[0]) { // less after another try has started
                                    reported[0] = size;
                                    download.progress().transferred(size, original.size());
                                }
                            });
        }
    }
}
