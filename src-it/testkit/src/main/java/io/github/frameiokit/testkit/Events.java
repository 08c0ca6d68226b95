package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.World.Kind.ACCOUNT;
import static io.github.frameiokit.testkit.World.Kind.PROJECT;
import static io.github.frameiokit.testkit.World.Kind.WEBHOOK;
import static io.github.frameiokit.testkit.World.Kind.WORKSPACE;

import io.github.frameiokit.signing.SigningKey;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Sends what happens in a world to its webhooks, on Frame.io's schedule. Thread-safe. */
final class Events implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final double JITTER = 0.1;
    private static final int REMEMBERED = 200;

    private final Entities entities;
    private final WorldHooks hooks;
    private final Post post;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fake Frame.io's events");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Sending> sendings = new ArrayDeque<>();
    private volatile double timeScale = 1;
    private int pending;

    Events(Entities entities, WorldHooks hooks, Post post) {
        this.entities = entities;
        this.hooks = hooks;
        this.post = post;
    }

    /** A delivery that is under way or done. */
    private static final class Sending {

        private final String type;
        private final String url;
        private final SigningKey key;
        private final JsonObject body;
        private final List<Delivery.Attempt> attempts = new ArrayList<>();
        private boolean done;

        Sending(String type, String url, SigningKey key, JsonObject body) {
            this.type = type;
            this.url = url;
            this.key = key;
            this.body = body;
        }

        Delivery snapshot() {
            return new Delivery(type, url, body, attempts, !done);
        }
    }

    void timeScale(double factor) {
        timeScale = factor;
    }

    /** Sends an event to all active webhooks of its workspace that want its type. */
    void fire(String type, Entity resource, String userId) {
        fire(type, resource, resource.kind().type(), resource.id(), userId);
    }

    /** Sends an event about something that may not be in the world. */
    void fire(String type, Entity place, String resourceType, String resourceId, String userId) {
        Entity workspace = entities.around(place, WORKSPACE).orElseThrow();
        Entity account = entities.around(place, ACCOUNT).orElseThrow();
        JsonObject body = Json.createObjectBuilder()
                .add("account", reference(account.id()))
                .add(
                        "project",
                        reference(entities.around(place, PROJECT).orElseThrow().id()))
                .add(
                        "resource",
                        Json.createObjectBuilder().add("id", resourceId).add("type", resourceType))
                .add("type", type)
                .add("user", reference(userId))
                .add("workspace", reference(workspace.id()))
                .build();
        for (Entity webhook : entities.children(workspace.id(), WEBHOOK)) {
            List<String> types = webhook.json().getJsonArray("events").getValuesAs(JsonString::getString);
            if (webhook.json().getBoolean("active") && types.contains(type)) {
                start(new Sending(type, webhook.json().getString("url"), hooks.key(webhook), body));
            }
        }
    }

    /** Does something after a time, which is scaled. */
    void later(Duration wait, Runnable work) {
        synchronized (this) {
            pending++;
        }
        after(wait, () -> {
            try {
                work.run();
            } finally {
                ended();
            }
        });
    }

    /** The latest deliveries, the newest first. */
    synchronized List<Delivery> deliveries() {
        return sendings.stream().map(Sending::snapshot).toList();
    }

    /** Waits until nothing is pending; false if something still is when the time has passed. */
    synchronized boolean settled(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (pending > 0) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private synchronized void start(Sending sending) {
        pending++;
        sendings.addFirst(sending);
        while (sendings.size() > REMEMBERED) {
            sendings.removeLast();
        }
        after(Duration.ZERO, () -> attempt(sending));
    }

    private void attempt(Sending sending) {
        post.send(sending.url, sending.key, sending.body, TIMEOUT).thenAccept(sent -> {
            synchronized (this) {
                sending.attempts.add(sent.attempt());
                sending.done = sent.attempt().accepted() || sending.attempts.size() == ATTEMPTS;
            }
            if (sending.done) {
                ended();
            } else {
                Duration wait = FIRST_WAIT.multipliedBy(1L << (sending.attempts.size() - 1));
                double jitter = 1 + ThreadLocalRandom.current().nextDouble(JITTER);
                after(Duration.ofMillis((long) (wait.toMillis() * jitter)), () -> attempt(sending));
            }
        });
    }

    private synchronized void ended() {
        pending--;
        notifyAll();
    }

    private void after(Duration wait, Runnable work) {
        if (!clock.isShutdown()) {
            clock.schedule(work, (long) (wait.toNanos() * timeScale), TimeUnit.NANOSECONDS);
        }
    }

    private static JsonObject reference(String id) {
        return Json.createObjectBuilder().add("id", id).build();
    }
}
