package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The page that shows a world and lets a person act in it. It has no script: its forms are posted, and lead back to it.
 * It is for browsers on this machine only: a request with another {@code Host}, or a form from another page, is
 * refused.
 */
final class WorldPage {

    static final String PATH = "/world";

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final String STYLE = PATH + "/style.css";

    private final World world;
    private final WorldView view;

    WorldPage(World world) {
        this.world = world;
        view = new WorldView(world);
    }

    static boolean isAt(String path) {
        return path.equals("/") || path.equals(PATH) || path.startsWith(PATH + "/");
    }

    Scripted answer(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = Wire.headers(exchange);
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (!Post.isHere("http://" + headers.getOrDefault("host", ""))
                || method.equals("POST") && !isOwnForm(headers)) {
            return new Scripted(403, Map.of("Content-Type", "text/plain; charset=utf-8"), "forbidden");
        }
        if (method.equals("POST")) {
            return act(path, new String(body, StandardCharsets.UTF_8));
        }
        if (!method.equals("GET")) {
            return new Scripted(405, Map.of("Allow", "GET, POST"), "");
        }
        if (path.equals("/")) {
            return seeOther(PATH);
        }
        if (path.equals(STYLE)) {
            return new Scripted(200, Map.of("Content-Type", "text/css; charset=utf-8"), style());
        }
        if (path.equals(PATH)) {
            return html(200, view.world());
        }
        return interaction(path)
                .map(step -> html(200, view.interaction(step)))
                .orElseGet(() -> html(404, view.problem("There is no such page.")));
    }

    private Scripted act(String path, String body) {
        try {
            Map<String, String> form = Wire.parameters(body);
            switch (path) {
                case PATH + "/comments" -> {
                    return at(world.comment(form.getOrDefault("file", ""), required(form, "text"), user(form)));
                }
                case PATH + "/files" -> {
                    byte[] bytes = form.getOrDefault("content", "").getBytes(StandardCharsets.UTF_8);
                    return at(world.upload(form.getOrDefault("folder", ""), required(form, "name"), bytes, user(form)));
                }
                case PATH + "/events" -> {
                    fire(form);
                    return at("deliveries");
                }
                case PATH + "/run" -> {
                    List<String> assets = chosen(form, "asset.");
                    return at(world.run(required(form, "action"), assets, user(form)));
                }
                default -> {
                    Optional<Interaction> step = interaction(path);
                    return step.isPresent()
                            ? at(world.remembered(step.get().submit(values(step.get(), form))))
                            : html(404, view.problem("There is no such page."));
                }
            }
        } catch (IllegalArgumentException | IllegalStateException | JsonException e) {
            return html(400, view.problem(String.valueOf(e.getMessage())));
        }
    }

    private void fire(Map<String, String> form) {
        String type = required(form, "type");
        String resource = form.getOrDefault("resource", "");
        String resourceType = world.entities()
                .find(resource)
                .map(it -> it.kind().type())
                .orElseGet(() -> type.substring(0, Math.max(type.indexOf('.'), 0)));
        world.fire(type, resourceType, resource.isEmpty() ? UUID.randomUUID().toString() : resource, user(form));
    }

    /** What was filled in, in the type that each field has. */
    private static Map<String, Object> values(Interaction step, Map<String, String> form) {
        Map<String, Object> values = new TreeMap<>();
        step.fields().forEach(field -> {
            String name = field.getString("name");
            switch (FormField.of(field)) {
                case LINK -> {
                    // comes back as it was shown
                }
                case FLAG ->
                    values.put(
                            name,
                            FormField.isText(field)
                                    ? Boolean.toString(form.containsKey("field." + name))
                                    : form.containsKey("field." + name));
                case SEVERAL -> values.put(name, chosen(form, "field." + name + "."));
                default -> values.put(name, form.getOrDefault("field." + name, ""));
            }
        });
        return values;
    }

    private static List<String> chosen(Map<String, String> form, String prefix) {
        return form.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    private static String required(Map<String, String> form, String name) {
        String value = form.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("Please fill in '" + name + "'.");
        }
        return value;
    }

    private FakeIms.User user(Map<String, String> form) {
        return world.entities()
                .find(form.getOrDefault("user", ""))
                .filter(it -> it.kind() == World.Kind.USER)
                .map(it -> new FakeIms.User(
                        it.json().getString("adobe_user_id"),
                        it.id(),
                        it.name(),
                        it.json().getString("email")))
                .orElseThrow(() -> new IllegalArgumentException("Please choose a user."));
    }

    private Optional<Interaction> interaction(String path) {
        return world.interactions().stream()
                .filter(it -> path.equals(PATH + "/runs/" + it.id()))
                .findFirst();
    }

    private static Scripted at(Interaction step) {
        return seeOther(PATH + "/runs/" + step.id());
    }

    private static Scripted at(String anchor) {
        return seeOther(PATH + "#" + anchor);
    }

    private static Scripted seeOther(String where) {
        return new Scripted(303, Map.of("Location", where), "");
    }

    private static Scripted html(int status, String page) {
        return new Scripted(
                status,
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", POLICY,
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "same-origin",
                        "Cache-Control", "no-store"),
                page);
    }

    /** Browsers say where a form comes from; what isn't a browser, such as curl, may say nothing. */
    private static boolean isOwnForm(Map<String, String> headers) {
        String own = "http://" + headers.getOrDefault("host", "");
        return headers.getOrDefault("sec-fetch-site", "same-origin").equals("same-origin")
                && headers.getOrDefault("origin", own).equals(own);
    }

    private static String style() {
        try (InputStream in = WorldPage.class.getResourceAsStream("world.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
