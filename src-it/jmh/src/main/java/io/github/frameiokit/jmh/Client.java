package io.github.frameiokit.jmh;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.request.AssetQuery;
import io.github.frameiokit.internal.client.SampleClient;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures the client against a {@link Peer}: uploads and downloads beside curl and beside the JDK's HTTP client, small
 * calls beside the JDK's client by hand, and the memory that reading a long list takes. It runs with a small heap,
 * which none of them may exceed.
 */
public final class Client {

    private static final long MIB = 1024L * 1024;
    private static final long SIZE = Long.getLong("client.mib", 1024) * MIB;
    private static final int ROUNDS = Integer.getInteger("client.rounds", 5);
    /** How many rounds of calls come first; with fewer, the compiler is measured, too. */
    private static final int WARM_UPS = 4 * ROUNDS;

    private static final int CALLS = Integer.getInteger("client.calls", 1000);
    private static final long ASSETS = Long.getLong("client.assets", 50_000);
    private static final String TOKEN = "a-token";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final FrameioClient frameio;
    private final Path folder;

    private Client(URI url, FrameioClient frameio, Path folder) {
        this.url = url;
        this.frameio = frameio;
        this.folder = folder;
    }

    /** Runs all measurements. */
    public static void main(String[] args) throws Exception {
        Path memory = Path.of("/dev/shm"); // so that no disk is measured
        Path folder = Files.isDirectory(memory)
                ? Files.createTempDirectory(memory, "frameio-kit")
                : Files.createTempDirectory("frameio-kit");
        Process peer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Peer.class.getName(),
                        Long.toString(SIZE),
                        Long.toString(ASSETS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = peer.inputReader()) {
            URI url = URI.create(output.readLine());
            try (SampleClient sample = new SampleClient(url, TOKEN)) {
                Client client = new Client(url, sample.client(), folder);
                client.transfers();
                client.calls();
                client.pages();
            }
        } finally {
            peer.destroy();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void transfers() throws Exception {
        Path source = folder.resolve("source.mov");
        Path target = folder.resolve("target.mov");
        fill(source);
        compare(
                "upload",
                () -> frameio.upload("a", "f", Upload.of(source)),
                () -> send(
                        HttpRequest.newBuilder(url.resolve("/storage/jdk")).PUT(BodyPublishers.ofFile(source)),
                        BodyHandlers.discarding()),
                () -> Curl.run("--upload-file", source.toString(), url + "/storage/curl"));
        Files.delete(source);
        compare(
                "download",
                () -> frameio.download("a", "f", Download.to(target)),
                () -> send(HttpRequest.newBuilder(url.resolve("/storage/jdk")), BodyHandlers.ofFile(target)),
                () -> Curl.run("--output", target.toString(), url + "/storage/curl"));
    }

    private <T> T send(HttpRequest.Builder request, BodyHandler<T> body) throws IOException, InterruptedException {
        HttpResponse<T> response = http.send(request.build(), body);
        if (response.statusCode() != 200) {
            throw new IOException("Status " + response.statusCode());
        }
        return response.body();
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[(int) MIB];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < SIZE; written += block.length) {
                out.write(block);
            }
        }
    }

    private static void compare(String name, Callable<?> kit, Callable<?> jdk, Callable<Usage> curl) throws Exception {
        kit.call(); // to warm up
        jdk.call();
        curl.call();
        List<Usage> kits = new ArrayList<>();
        List<Usage> jdks = new ArrayList<>();
        List<Usage> curls = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            kits.add(Usage.of(kit));
            jdks.add(Usage.of(jdk));
            curls.add(curl.call());
        }
        double kitSeconds = median(kits.stream().map(Usage::seconds).toList());
        double jdkSeconds = median(jdks.stream().map(Usage::seconds).toList());
        double curlSeconds = median(curls.stream().map(Usage::seconds).toList());
        print(
                "%-8s %d MiB: kit %,.0f MiB/s and %.2f s CPU, JDK's client %,.0f MiB/s and %.2f s CPU, curl %,.0f MiB/s"
                        + " and %.2f s CPU; ratio of throughputs to the JDK %.2f, to curl %.2f; kit's heap with garbage"
                        + " %d of %d MiB at most%n",
                name,
                SIZE / MIB,
                SIZE / MIB / kitSeconds,
                median(kits.stream().map(Usage::cpuSeconds).toList()),
                SIZE / MIB / jdkSeconds,
                median(jdks.stream().map(Usage::cpuSeconds).toList()),
                SIZE / MIB / curlSeconds,
                median(curls.stream().map(Usage::cpuSeconds).toList()),
                jdkSeconds / kitSeconds,
                curlSeconds / kitSeconds,
                kits.stream().mapToLong(Usage::peakBytes).max().orElse(0) / MIB,
                Runtime.getRuntime().maxMemory() / MIB);
    }

    /** What a careful developer writes without the kit: one client, the token, the status, the JSON. */
    private void calls() throws Exception {
        JsonReaderFactory readers = Json.createReaderFactory(Map.of());
        URI file = url.resolve("/v4/accounts/a/files/f");
        Callable<?> kit = () -> repeat(() -> frameio.files().show("a", "f").id());
        Callable<?> hand = () -> repeat(() -> {
            byte[] body = send(
                    HttpRequest.newBuilder(file).header("Authorization", "Bearer " + TOKEN),
                    BodyHandlers.ofByteArray());
            try (JsonReader reader = readers.createReader(new ByteArrayInputStream(body))) {
                return reader.readObject().getJsonObject("data").getString("id");
            }
        });
        for (int round = 0; round < WARM_UPS; round++) {
            kit.call();
            hand.call();
        }
        List<Usage> kits = new ArrayList<>();
        List<Usage> hands = new ArrayList<>();
        for (int round = 0; round < 3 * ROUNDS; round++) {
            kits.add(Usage.of(kit));
            hands.add(Usage.of(hand));
        }
        double kitSeconds = median(kits.stream().map(Usage::seconds).toList());
        double handSeconds = median(hands.stream().map(Usage::seconds).toList());
        print(
                "calls    %,d: kit %.0f ms and %.0f ms CPU, by hand %.0f ms and %.0f ms CPU, ratio of times %.3f%n",
                CALLS,
                1000 * kitSeconds,
                1000 * median(kits.stream().map(Usage::cpuSeconds).toList()),
                1000 * handSeconds,
                1000 * median(hands.stream().map(Usage::cpuSeconds).toList()),
                kitSeconds / handSeconds);
    }

    private static int repeat(Callable<String> call) throws Exception {
        int length = 0;
        for (int i = 0; i < CALLS; i++) {
            length += call.call().length();
        }
        return length;
    }

    private void pages() throws Exception {
        Callable<Long> all = () -> assets().stream().count();
        all.call();
        Usage usage = Usage.of(all);
        List<Long> live = new ArrayList<>();
        long number = 0;
        for (Asset asset : assets()) {
            if (++number % (ASSETS / 5) == 0) {
                System.gc();
                live.add(Usage.heap() / 1024);
            }
        }
        if (number != ASSETS) {
            throw new IllegalStateException("The list has " + number + " assets.");
        }
        print(
                "pages    %,d assets: %.2f s and %.2f s CPU; heap after a collection at each fifth %s KiB%n",
                ASSETS, usage.seconds(), usage.cpuSeconds(), live);
    }

    private Page<Asset> assets() {
        return frameio.files().list("a", "f", new AssetQuery().pageSize(Peer.PAGE));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
