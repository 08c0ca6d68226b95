package io.github.frameiokit.testkit;

import io.github.frameiokit.testkit.World.Kind;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the pages of a world. */
final class WorldView {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int DEEPEST = 6;
    private static final int KILO = 1000;
    private static final int SHOWN_DELIVERIES = 50;

    private final World world;
    private final Entities entities;

    WorldView(World world) {
        this.world = world;
        entities = world.entities();
    }

    String world() {
        Html html = head("The fake Frame.io's world");
        html.open("header").element("h1", "The fake Frame.io");
        html.element(
                "p",
                names(Kind.ACCOUNT) + " › " + names(Kind.WORKSPACE)
                        + ". What apps write through the API is kept here until the fake stops."
                        + " Reload the page to see what is new.");
        html.open("nav", "aria-label", "Parts of this page");
        for (String part : List.of("Assets", "Comments", "Events", "Deliveries", "Webhooks", "Actions", "Users")) {
            html.element("a", part, "href", "#" + part.toLowerCase(Locale.ROOT));
        }
        html.close().close().open("main", "class", "columns").open("div");
        assets(html);
        comments(html);
        events(html);
        html.close().open("div");
        deliveries(html);
        hooks(html, "webhooks", "Webhooks", Kind.WEBHOOK);
        hooks(html, "actions", "Custom actions", Kind.ACTION);
        users(html);
        return html.page();
    }

    String interaction(Interaction step) {
        String title = entities.find(step.request().getString("action_id"))
                .map(Entity::name)
                .orElse("An action");
        Html html = head(title);
        back(html);
        html.open("main", "class", "narrow").element("h1", title);
        html.open("section", "class", "dialog", "aria-label", "What the user sees");
        step.answer().ifPresentOrElse(answer -> dialog(html, step, answer), () -> noDialog(html, step));
        html.close();
        json(html, "What was sent", step.request());
        step.answer().ifPresent(answer -> json(html, "What the app answered", answer));
        return html.page();
    }

    String problem(String what) {
        Html html = head("That didn't work");
        back(html);
        html.open("main", "class", "narrow").element("h1", "That didn't work").element("p", what);
        return html.page();
    }

    private static void back(Html html) {
        html.open("header");
        html.element("a", "← Back to the world", "href", WorldPage.PATH).close();
    }

    private static Html head(String title) {
        return new Html()
                .open("html", "lang", "en")
                .open("head")
                .open("meta", "charset", "utf-8")
                .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .open("meta", "name", "color-scheme", "content", "light dark")
                .open("link", "rel", "icon", "href", "data:,")
                .open("link", "rel", "stylesheet", "href", WorldPage.PATH + "/style.css")
                .element("title", title)
                .close()
                .open("body");
    }

    private void assets(Html html) {
        section(html, "assets", "Assets");
        html.open("form", "method", "post", "action", WorldPage.PATH + "/run");
        for (Entity project : entities.all(Kind.PROJECT)) {
            table(html, project.name(), "Name", "Kind", "Size", "Comments");
            rows(html, project, 0);
            html.close().close().close();
        }
        html.open("div", "class", "bar");
        List<Entity> actions = entities.all(Kind.ACTION);
        if (actions.isEmpty()) {
            html.element("p", "An app can add custom actions with customActions.create; then you can run them here.");
        } else {
            select(html, "Run", "action", options(actions, "event"));
            userSelect(html, "As");
            html.element("button", "Run on the selected assets");
        }
        html.close().close();
        html.open("details").element("summary", "Add a file");
        html.open("form", "method", "post", "action", WorldPage.PATH + "/files", "class", "bar");
        labelled(html, "Name", "name", "");
        labelled(html, "Content", "content", "");
        select(html, "In", "folder", options(entities.all(Kind.FOLDER), ""));
        userSelect(html, "As");
        html.element("button", "Add the file").close().close().close();
    }

    private void rows(Html html, Entity parent, int depth) {
        for (Entity asset : entities.children(parent.id())) {
            if (asset.kind() == Kind.COMMENT) {
                continue;
            }
            html.open("tr", "id", asset.id());
            html.open("td", "class", "name depth" + Math.min(depth, DEEPEST)).open("label");
            html.open("input", "type", "checkbox", "name", "asset." + asset.id());
            html.open("span").text(asset.name()).close().close().close();
            html.element("td", kind(asset));
            html.element("td", size(asset), "class", "number");
            int comments = entities.children(asset.id(), Kind.COMMENT).size();
            html.element("td", comments == 0 ? "" : Integer.toString(comments), "class", "number");
            html.close();
            rows(html, asset, depth + 1);
        }
    }

    private static String kind(Entity asset) {
        return switch (asset.kind()) {
            case FOLDER -> "folder";
            case VERSION_STACK -> "version stack";
            default ->
                switch (asset.json().getString("status")) {
                    case "created" -> "file, being uploaded";
                    case "uploaded" -> "file, being transcoded";
                    default -> "file";
                };
        };
    }

    private static String size(Entity asset) {
        if (asset.kind() != Kind.FILE) {
            return "";
        }
        double size = asset.json().getJsonNumber("file_size").longValue();
        int unit = 0;
        while (size >= KILO && unit < 4) {
            size /= KILO;
            unit++;
        }
        return String.format(
                Locale.ROOT,
                unit == 0 ? "%.0f %s" : "%.1f %s",
                size,
                List.of("B", "kB", "MB", "GB", "TB").get(unit));
    }

    private void comments(Html html) {
        section(html, "comments", "Comments");
        List<Entity> comments = entities.all(Kind.COMMENT);
        if (comments.isEmpty()) {
            html.element("p", "There are no comments.");
        }
        for (Entity comment : comments) {
            html.open("article", "id", comment.id(), "class", "comment");
            html.open("p", "class", "meta").element("strong", name(comment.creator()));
            String at = comment.json().get("timestamp") instanceof JsonNumber frame ? ", frame " + frame : "";
            html.text(" on " + name(comment.parent()) + at
                    + (comment.json().get("completed_at") == JsonValue.NULL ? "" : ", completed"));
            html.close()
                    .element("p", comment.json().getString("text"), "class", "words")
                    .close();
        }
        html.open("form", "method", "post", "action", WorldPage.PATH + "/comments", "class", "bar");
        labelled(html, "Comment", "text", "");
        select(html, "On", "file", options(entities.all(Kind.FILE), ""));
        userSelect(html, "As");
        html.element("button", "Add the comment").close().close();
    }

    private void events(Html html) {
        section(html, "events", "Send an event");
        html.element("p", "Most events follow from what happens here. You can also send any documented one.");
        html.open("form", "method", "post", "action", WorldPage.PATH + "/events", "class", "bar");
        select(
                html,
                "Type",
                "type",
                WebhookTypes.all().stream().map(type -> Map.entry(type, type)).toList());
        List<Map.Entry<String, String>> resources = new ArrayList<>();
        resources.add(Map.entry("", "something that isn't in the world"));
        for (Kind kind : List.of(Kind.FILE, Kind.FOLDER, Kind.VERSION_STACK, Kind.COMMENT, Kind.PROJECT)) {
            entities.all(kind)
                    .forEach(it -> resources.add(Map.entry(
                            it.id(),
                            kind == Kind.COMMENT
                                    ? "comment: " + shortened(it.json().getString("text"))
                                    : it.name())));
        }
        select(html, "About", "resource", resources);
        userSelect(html, "As");
        html.element("button", "Send the event").close().close();
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private void deliveries(Html html) {
        section(html, "deliveries", "Deliveries");
        List<Delivery> all = world.deliveries();
        if (all.isEmpty()) {
            html.element("p", "Nothing was sent yet. An event is sent when a webhook wants it.");
            html.close();
            return;
        }
        for (Delivery delivery : all.subList(0, Math.min(all.size(), SHOWN_DELIVERIES))) {
            html.open("details", "class", "delivery").open("summary");
            html.element(
                    "span",
                    delivery.accepted() ? "accepted" : delivery.pending() ? "pending" : "lost",
                    "class",
                    "state " + (delivery.accepted() ? "good" : delivery.pending() ? "waiting" : "bad"));
            html.element("span", delivery.type(), "class", "type");
            html.element("span", outcome(delivery), "class", "meta").close();
            html.open("ol");
            delivery.attempts().forEach(attempt -> html.element("li", TIME.format(attempt.at()) + " " + said(attempt)));
            html.close().element("p", "To " + delivery.url(), "class", "meta");
            html.element("pre", pretty(delivery.body()), "tabindex", "0", "aria-label", "What is sent");
            html.close();
        }
        html.close();
    }

    private static String outcome(Delivery delivery) {
        List<Delivery.Attempt> attempts = delivery.attempts();
        if (attempts.isEmpty()) {
            return "under way";
        }
        Delivery.Attempt last = attempts.get(attempts.size() - 1);
        return TIME.format(last.at()) + " " + said(last)
                + (attempts.size() == 1 ? "" : ", attempt " + attempts.size() + " of 5");
    }

    private static String said(Delivery.Attempt attempt) {
        return (attempt.status() == 0 ? attempt.problem() : Integer.toString(attempt.status())) + " after "
                + attempt.took().toMillis() + " ms";
    }

    private void hooks(Html html, String id, String title, Kind kind) {
        section(html, id, title);
        List<Entity> hooks = entities.all(kind);
        if (hooks.isEmpty()) {
            html.element(
                    "p",
                    "There are none. An app adds them with " + (kind == Kind.ACTION ? "customActions" : "webhooks")
                            + ".create.");
            html.close();
            return;
        }
        for (Entity hook : hooks) {
            JsonObject json = hook.json();
            html.open("article", "id", hook.id());
            html.open("p")
                    .element("strong", hook.name())
                    .text(json.getBoolean("active") ? "" : " (switched off)")
                    .close();
            html.element("p", json.getString("url"), "class", "meta");
            String about = kind == Kind.ACTION ? event(json) : types(json);
            html.element("p", about, "class", "meta").close();
        }
        html.close();
    }

    private static String event(JsonObject action) {
        return action.getString("event") + (action.getBoolean("multi_asset") ? "" : ", for one asset");
    }

    private static String types(JsonObject webhook) {
        List<String> types = webhook.getJsonArray("events").getValuesAs(JsonString::getString);
        return types.containsAll(WebhookTypes.all()) ? "all documented types" : String.join(", ", types);
    }

    private void users(Html html) {
        section(html, "users", "Users");
        table(html, "", "Name", "Email", "Id");
        for (Entity user : entities.all(Kind.USER)) {
            html.open("tr", "id", user.id());
            html.element("td", user.name()).element("td", user.json().getString("email"));
            html.element("td", user.id(), "class", "id").close();
        }
        html.close().close().close().close();
    }

    private void dialog(Html html, Interaction step, JsonObject answer) {
        html.element("h2", answer.getString("title", ""));
        if (!answer.getString("description", "").isEmpty()) {
            html.element("p", answer.getString("description"), "class", "meta");
        }
        if (!step.fields().isEmpty()) {
            html.open("form", "method", "post", "action", WorldPage.PATH + "/runs/" + step.id());
            step.fields().forEach(field -> field(html, field));
            html.open("p", "class", "end").element("button", "Submit").close().close();
        }
    }

    private static void noDialog(Html html, Interaction step) {
        html.element("h2", step.problem().isEmpty() ? "Done" : "The action failed");
        html.element(
                "p",
                step.problem().isEmpty()
                        ? "The app answered " + step.status()
                                + " without a message or a form, so the user sees nothing."
                        : "Frame.io shows a text of its own: " + step.problem() + ".",
                "class",
                "meta");
    }

    private static void field(Html html, JsonObject field) {
        String name = "field." + field.getString("name");
        String label = field.getString("label", field.getString("name"));
        JsonValue value = field.getOrDefault("value", JsonValue.NULL);
        String text = value instanceof JsonString string
                ? string.getString()
                : value == JsonValue.NULL ? "" : value.toString();
        switch (FormField.of(field)) {
            case TEXTAREA ->
                html.open("label")
                        .text(label)
                        .open("textarea", "name", name, "rows", "4")
                        .text("\n" + text)
                        .close()
                        .close();
            case SELECT -> select(html, label, name, choices(field), text);
            case FLAG -> {
                html.open("label", "class", "flag").text(label);
                checkbox(html, name, text.equals("true"));
                html.close();
            }
            case SEVERAL -> {
                html.open("fieldset").element("legend", label);
                List<String> chosen = ((JsonArray) value).getValuesAs(Object::toString);
                choices(field).forEach(choice -> {
                    html.open("label", "class", "flag").text(choice.getValue());
                    boolean on =
                            chosen.contains(Json.createValue(choice.getKey()).toString());
                    checkbox(html, name + "." + choice.getKey(), on);
                    html.close();
                });
                html.close();
            }
            case LINK -> {
                html.open("p").text(label + ": ");
                if (text.matches("https?://.*")) {
                    html.element("a", text, "href", text, "target", "_blank", "rel", "noopener noreferrer");
                } else {
                    html.text(text);
                }
                html.close();
            }
            default -> labelled(html, label, name, text);
        }
    }

    private static void checkbox(Html html, String name, boolean on) {
        if (on) {
            html.open("input", "type", "checkbox", "name", name, "checked", "");
        } else {
            html.open("input", "type", "checkbox", "name", name);
        }
    }

    private static List<Map.Entry<String, String>> choices(JsonObject field) {
        return field
                .getOrDefault("options", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonObject.class)
                .stream()
                .map(option -> Map.entry(option.getString("value", ""), option.getString("name", "")))
                .toList();
    }

    private static void section(Html html, String id, String title) {
        html.open("section", "id", id, "aria-labelledby", id + "-title");
        html.element("h2", title, "id", id + "-title");
    }

    /** Begins a table; three elements are to be closed after its rows. */
    private static void table(Html html, String caption, String... columns) {
        html.open("div", "class", "wide").open("table");
        if (!caption.isEmpty()) {
            html.element("caption", caption);
        }
        html.open("thead").open("tr");
        for (String column : columns) {
            html.element("th", column, "scope", "col");
        }
        html.close().close().open("tbody");
    }

    private static void labelled(Html html, String label, String name, String value) {
        html.open("label").text(label);
        html.open("input", "type", "text", "name", name, "value", value, "autocomplete", "off");
        html.close();
    }

    private void userSelect(Html html, String label) {
        select(html, label, "user", options(entities.all(Kind.USER), ""));
    }

    private static List<Map.Entry<String, String>> options(List<Entity> all, String detail) {
        return all.stream()
                .map(it -> Map.entry(
                        it.id(),
                        it.name() + (detail.isEmpty() ? "" : " (" + it.json().getString(detail) + ")")))
                .toList();
    }

    private static void select(Html html, String label, String name, List<Map.Entry<String, String>> options) {
        select(html, label, name, options, "");
    }

    private static void select(
            Html html, String label, String name, List<Map.Entry<String, String>> options, String chosen) {
        html.open("label").text(label).open("select", "name", name);
        options.forEach(option -> {
            if (!chosen.isEmpty() && option.getKey().equals(chosen)) {
                html.element("option", option.getValue(), "value", option.getKey(), "selected", "");
            } else {
                html.element("option", option.getValue(), "value", option.getKey());
            }
        });
        html.close().close();
    }

    private static void json(Html html, String title, JsonObject json) {
        html.open("details").element("summary", title);
        html.element("pre", pretty(json), "tabindex", "0").close();
    }

    private static String pretty(JsonObject json) {
        StringWriter out = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(out)) {
            writer.write(json);
        }
        return out.toString().strip();
    }

    private String names(Kind kind) {
        return entities.all(kind).stream().map(this::label).collect(Collectors.joining(", "));
    }

    private String label(Entity entity) {
        return entity.json().getString("display_name", entity.name());
    }

    private String name(String id) {
        return entities.find(id).map(Entity::name).orElse("someone");
    }
}
