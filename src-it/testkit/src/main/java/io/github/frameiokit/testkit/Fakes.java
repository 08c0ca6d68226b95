package io.github.frameiokit.testkit;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Both fakes with one {@link World}: the fake Frame.io answers from it, accepts only tokens of the fake identity
 * service, and shows it on a page.
 *
 * <pre>{@code
 * try (Fakes fakes = Fakes.start()) {
 *     // frameio.api.url = fakes.frameio().url(), frameio.oauth.ims-url = fakes.ims().url(),
 *     // client id and secret are FakeIms.CLIENT_ID and CLIENT_SECRET
 *     fakes.world().comment(…);
 * }
 * }</pre>
 *
 * <p>On their own, with the jar that has the classifier {@code fakes}:
 *
 * <pre>java -jar frameio-kit-testkit-…-fakes.jar app=http://localhost:9080/frameio secret=development-secret</pre>
 *
 * <p>A call of an operation that the world has no answer for gets an example, as without a world. Thread-safe.
 */
public final class Fakes implements AutoCloseable {

    /** The port of the fake Frame.io in {@link #start(Map)} and on the command line, if none is given. */
    public static final int FRAMEIO_PORT = 9081;
    /** The port of the fake identity service in {@link #start(Map)} and on the command line, if none is given. */
    public static final int IMS_PORT = 9082;

    /** The names of the options. */
    static final Set<String> OPTIONS = Set.of(
            "frameio-port",
            "ims-port",
            "app",
            "secret",
            "webhook-secret",
            "action-secret",
            "webhooks",
            "actions",
            "time-scale");

    private final FakeIms ims;
    private final FakeFrameio frameio;
    private final World world;

    private Fakes(FakeIms ims, FakeFrameio frameio) {
        this.ims = ims;
        this.frameio = frameio;
        frameio.trust(ims);
        world = frameio.begin(ims::user);
    }

    /**
     * Starts the fakes on free ports.
     *
     * @return the fakes, running until they are closed
     */
    public static Fakes start() {
        return start(0, 0);
    }

    /**
     * Starts the fakes.
     *
     * @param frameioPort the port of the fake Frame.io; 0 for any free one
     * @param imsPort the port of the fake identity service; 0 for any free one
     * @return the fakes, running until they are closed
     * @throws UncheckedIOException if a port isn't free
     */
    public static Fakes start(int frameioPort, int imsPort) {
        FakeIms ims = FakeIms.start(imsPort);
        try {
            return new Fakes(ims, FakeFrameio.start(frameioPort));
        } catch (RuntimeException e) {
            ims.close();
            throw e;
        }
    }

    /**
     * Starts the fakes for an app. These are the options, none of which is required:
     *
     * <ul>
     *   <li>{@code frameio-port} and {@code ims-port}: the ports, {@value #FRAMEIO_PORT} and {@value #IMS_PORT} by
     *       default; 0 for any free one
     *   <li>{@code app}: the app's address for events, to which the world's webhook and actions lead
     *   <li>{@code webhooks}: the types of the webhook's events, separated by commas; all documented ones by default
     *   <li>{@code actions}: the custom actions, separated by commas, each as its event, {@code =} and its name
     *   <li>{@code webhook-secret} and {@code action-secret}: the app's secrets; {@code secret} stands for both
     *   <li>{@code time-scale}: see {@link World#timeScale}
     * </ul>
     *
     * @param options values by the names of the options
     * @return the fakes, running until they are closed
     * @throws IllegalArgumentException if an option is unknown or has a wrong value, or a secret is missing
     * @throws UncheckedIOException if a port isn't free
     */
    public static Fakes start(Map<String, String> options) {
        options.keySet().stream()
                .filter(name -> !OPTIONS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("There is no option '" + name + "'; the options are "
                            + OPTIONS.stream().sorted().toList() + ".");
                });
        Fakes fakes = start(
                Integer.parseInt(options.getOrDefault("frameio-port", Integer.toString(FRAMEIO_PORT))),
                Integer.parseInt(options.getOrDefault("ims-port", Integer.toString(IMS_PORT))));
        try {
            fakes.world.timeScale(Double.parseDouble(options.getOrDefault("time-scale", "1")));
            if (options.containsKey("app")) {
                fakes.register(options);
            }
            return fakes;
        } catch (RuntimeException e) {
            fakes.close();
            throw e;
        }
    }

    private void register(Map<String, String> options) {
        String app = options.get("app");
        List<String> types = options.containsKey("webhooks") ? list(options.get("webhooks")) : WebhookTypes.all();
        if (!types.isEmpty()) {
            world.addWebhook("The app", app, secret(options, "webhook-secret"), types.toArray(String[]::new));
        }
        for (String action : list(options.getOrDefault("actions", ""))) {
            String[] pair = action.split("=", 2);
            world.addAction(pair[0].strip(), pair[pair.length - 1].strip(), app, secret(options, "action-secret"));
        }
    }

    private static String secret(Map<String, String> options, String name) {
        String secret = options.getOrDefault(name, options.getOrDefault("secret", ""));
        if (secret.isBlank()) {
            throw new IllegalArgumentException(
                    "'app' needs '" + name + "': the secret that the app is configured with.");
        }
        return secret;
    }

    private static List<String> list(String text) {
        return List.of(text.split(",")).stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /**
     * The fake Frame.io. Its address is also the one of the world's page.
     *
     * @return the fake
     */
    public FakeFrameio frameio() {
        return frameio;
    }

    /**
     * The fake identity service.
     *
     * @return the fake
     */
    public FakeIms ims() {
        return ims;
    }

    /**
     * What is in the fake Frame.io.
     *
     * @return the world
     */
    public World world() {
        return world;
    }

    /** Stops both fakes. Events that are pending aren't sent. */
    @Override
    public void close() {
        frameio.close();
        ims.close();
    }

    /** Where the fakes are, and what configures an app for them. */
    @Override
    public String toString() {
        return """
                The fakes of Frame.io and Adobe are running. The world's page is %1$s
                An app that uses them has these properties:
                  frameio.api.url=%1$s
                  frameio.oauth.ims-url=%2$s
                  frameio.oauth.client-id=%3$s
                  frameio.oauth.client-secret=%4$s
                  frameio.oauth.server-to-server=true
                An app that installs itself also has this one, and its own address in frameio.base-url:
                  frameio.install.workspaces=%5$s/%6$s""".formatted(
                        frameio.url(),
                        ims.url(),
                        FakeIms.CLIENT_ID,
                        FakeIms.CLIENT_SECRET,
                        world.accountId(),
                        world.workspaceId());
    }

    /**
     * Starts the fakes, and runs until the process is ended.
     *
     * @param args options, each as its name, {@code =} and its value; see {@link #start(Map)}
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String... args) throws InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        for (String arg : args) {
            String[] pair = arg.split("=", 2);
            options.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
        try (Fakes fakes = start(options)) {
            System.out.println(fakes);
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
