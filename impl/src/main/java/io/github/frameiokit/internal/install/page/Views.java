package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.install.Installation;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.install.Registration;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.oauth.Visitor;
import io.github.frameiokit.internal.pages.Markup;
import io.github.frameiokit.internal.pages.Sign;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the install page shows. It decides nothing. */
final class Views {

    /** As many types as a person reads without looking for one. */
    private static final int FEW_TYPES = 8;

    private final Texts texts;
    private final String app;
    private final String path;
    private final FieldViews fields;

    /**
     * Creates views.
     *
     * @param app the app's name
     * @param path the path of the page
     */
    Views(Texts texts, String app, String path) {
        this.texts = texts;
        this.app = app;
        this.path = path;
        fields = new FieldViews(texts);
    }

    /**
     * What a person sees of a workspace.
     *
     * @param place the workspace
     * @param installation what is installed
     * @param plan what would be done
     * @param descriptions what the app's actions do, by their types
     * @param fields what the app asks for
     * @param settings what was entered before
     * @param entered what was just entered, and couldn't be saved
     * @param problems why, by the names of fields
     */
    record Room(
            Place place,
            Optional<Installation> installation,
            InstallationPlan plan,
            Map<String, String> descriptions,
            InstallFields fields,
            InstallSettings settings,
            Optional<Map<String, String>> entered,
            Map<String, String> problems) {}

    String text(String key) {
        return texts.get(key, "app", app);
    }

    private String text(String key, Place place) {
        return texts.get(key, "app", app, "workspace", place.name());
    }

    Markup landing(Optional<String> description) {
        return Markup.of(
                "<h1>%s</h1>%s<p>%s</p><p class=\"buttons\"><a class=\"button\" href=\"%s/sign-in\">%s</a></p>",
                text("install.landing.title"),
                description.map(it -> Markup.of("<p class=\"lead\">%s</p>", it)).orElse(Markup.NOTHING),
                text("install.landing.description"),
                path,
                text("sign-in.form.link"));
    }

    /** Who has signed in, and the way out. */
    Markup footer(Session session) {
        Visitor visitor = session.visitor();
        String name = visitor.name().equals(visitor.email())
                ? visitor.email()
                : visitor.name() + " (" + visitor.email() + ")";
        return Markup.of(
                "<form class=\"visitor\" method=\"post\" action=\"%s/sign-out\">%s<span>%s</span>"
                        + "<button class=\"link\">%s</button></form>",
                path,
                hidden("form", session.form()),
                texts.get("install.signed-in", "name", name),
                text("install.sign-out"));
    }

    Markup accounts(List<Place.Group> accounts) {
        List<Markup> links = accounts.stream()
                .map(account -> Markup.of(
                        "<li><a href=\"%s\"><span>%s</span></a></li>", link("account", account.id()), account.name()))
                .toList();
        return Markup.of("<h1>%s</h1><ul class=\"choices\">%s</ul>", text("install.account.title"), links);
    }

    Markup workspaces(Place.Group account, List<Place.Choice> choices, Optional<String> more, boolean severalAccounts) {
        Markup list = choices.isEmpty()
                ? Markup.of("<p>%s</p>", text("install.workspace.none"))
                : Markup.of(
                        "<ul class=\"choices\">%s</ul>",
                        choices.stream().map(this::choice).toList());
        return Markup.of(
                "<h1>%s</h1><p>%s</p>%s%s%s",
                text("install.workspace.title"),
                texts.get("install.workspace.description", "app", app, "account", account.name()),
                list,
                more.map(cursor -> Markup.of(
                                "<p><a href=\"%s\">%s</a></p>",
                                link("account", account.id(), "after", cursor), text("install.workspace.more")))
                        .orElse(Markup.NOTHING),
                severalAccounts
                        ? Markup.of("<p><a href=\"%s\">%s</a></p>", path, text("install.account.other"))
                        : Markup.NOTHING);
    }

    private Markup choice(Place.Choice choice) {
        String state = choice.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Markup inside = Markup.of(
                "<span>%s</span><span class=\"pill %s\">%s</span>",
                choice.place().name(), state, text("install.state." + state));
        return choice.state() == Place.State.NO_RIGHT
                ? Markup.of("<li><div>%s</div></li>", inside)
                : Markup.of("<li><a href=\"%s\">%s</a></li>", link(choice.place()), inside);
    }

    /** The heading of a workspace's page. */
    String title(Room room) {
        return text(room.installation().isPresent() ? "install.installed.title" : "install.new.title", room.place());
    }

    Markup workspace(Room room, Session session) {
        boolean installed = room.installation().isPresent();
        boolean asks = !room.fields().items().isEmpty();
        String button = !installed
                ? "install.button.install"
                : room.plan().isEmpty() ? "install.button.save" : "install.button.update";
        Markup buttons = installed && room.plan().isEmpty() && !asks
                ? Markup.NOTHING
                : Markup.of("<p class=\"buttons\"><button class=\"button\">%s</button></p>", text(button));
        return Markup.of(
                "<h1>%s</h1><p>%s</p>%s%s<form method=\"post\" action=\"%s/apply\">%s%s%s</form>%s%s",
                title(room),
                introduction(room),
                notice(room),
                plan(room),
                path,
                hiddenOf(room.place(), session),
                asks ? fields.fields(room) : Markup.NOTHING,
                buttons,
                installed ? removal(room.place()) : Markup.NOTHING,
                otherWorkspace(room.place()));
    }

    private String introduction(Room room) {
        String key = room.installation().isEmpty()
                ? "install.new.description"
                : room.plan().isEmpty() ? "install.installed.description" : "install.update.description";
        String date = room.installation()
                .map(it -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Locale.forLanguageTag(texts.language()))
                        .withZone(ZoneOffset.UTC)
                        .format(it.installedAt()))
                .orElse("");
        return texts.get(key, "app", app, "workspace", room.place().name(), "date", date);
    }

    private Markup notice(Room room) {
        if (room.problems().isEmpty()) {
            return Markup.NOTHING;
        }
        return Markup.of(
                "<div class=\"notice failed\" role=\"alert\">%s</div>",
                room.problems().getOrDefault("", text("install.settings.problem")));
    }

    private Markup plan(Room room) {
        return Markup.of(
                "<ul class=\"items\">%s</ul>",
                room.plan().changes().stream()
                        .map(change -> planned(change, room.descriptions()))
                        .toList());
    }

    private Markup planned(PlannedChange change, Map<String, String> descriptions) {
        boolean action = change.kind() == Registration.Kind.ACTION;
        String description = action
                ? change.types().stream()
                        .map(type -> descriptions.getOrDefault(type, ""))
                        .findFirst()
                        .orElse("")
                : text("install.webhook.description");
        // for these two, the reason only repeats the pill
        String reason =
                change.change() == PlannedChange.Change.CREATE || change.change() == PlannedChange.Change.UNCHANGED
                        ? ""
                        : change.reason();
        Markup types = action
                ? Markup.NOTHING
                : types(change.types().stream()
                        .map(type -> Markup.of("<code>%s</code> ", type))
                        .toList());
        return item(
                pill(change.change()),
                change.kind(),
                change.name(),
                Markup.all(quiet(reason), quiet(description), types));
    }

    private static Markup quiet(String text) {
        return text.isEmpty() ? Markup.NOTHING : Markup.of("<p class=\"quiet\">%s</p>", text);
    }

    private Markup types(List<Markup> types) {
        Markup all = Markup.of("<p class=\"types\">%s</p>", types);
        return types.size() <= FEW_TYPES
                ? all
                : Markup.of(
                        "<details><summary>%s</summary>%s</details>",
                        texts.get("install.types", "number", String.valueOf(types.size())), all);
    }

    private Markup pill(PlannedChange.Change change) {
        String name = change.name().toLowerCase(Locale.ROOT);
        return Markup.of("<span class=\"pill %s\">%s</span>", name, text("install.change." + name));
    }

    private Markup item(Markup pill, Registration.Kind kind, String name, Markup more) {
        return Markup.of(
                "<li><div class=\"top\"><h2><span class=\"quiet\">%s</span> %s</h2>%s</div>%s</li>",
                text("install.kind." + kind.name().toLowerCase(Locale.ROOT)), name, pill, more);
    }

    private Markup removal(Place place) {
        return Markup.of(
                "<p class=\"apart\"><a class=\"quiet\" href=\"%s&amp;uninstall\">%s</a></p>",
                link(place), text("install.button.uninstall"));
    }

    private Markup otherWorkspace(Place place) {
        return Markup.of(
                "<p><a href=\"%s\">%s</a></p>", link("account", place.accountId()), text("install.workspace.other"));
    }

    Markup removalQuestion(Place place, Optional<Installation> installation, Session session) {
        return Markup.of(
                "<h1>%s</h1><p>%s</p><ul class=\"items\">%s</ul><form method=\"post\" action=\"%s/uninstall\">%s"
                        + "<p class=\"buttons\"><button class=\"button danger\">%s</button>"
                        + "<a class=\"button second\" href=\"%s\">%s</a></p></form>",
                text("install.remove.title", place),
                text("install.remove.description", place),
                installation.stream()
                        .flatMap(it -> it.registrations().stream())
                        .map(it -> item(Markup.NOTHING, it.kind(), it.name(), Markup.NOTHING))
                        .toList(),
                path,
                hiddenOf(place, session),
                text("install.button.uninstall"),
                link(place),
                text("install.button.cancel"));
    }

    /** The heading of the page that says what a form did. */
    String title(Report report, Place place) {
        return text(key(report) + ".title", place);
    }

    private static String key(Report report) {
        if (!report.isComplete()) {
            return "install.incomplete";
        }
        return switch (report.deed()) {
            case INSTALL -> "install.done";
            case UPDATE -> "install.saved";
            case UNINSTALL -> "install.removed";
        };
    }

    Markup report(Report report, Place place, Session session) {
        if (report.isComplete()) {
            boolean installed = report.deed() != Report.Deed.UNINSTALL;
            return Markup.of(
                    "<div class=\"message\">%s<h1>%s</h1><p>%s</p><p class=\"buttons\">"
                            + "<a class=\"button second\" href=\"%s\">%s</a></p>%s</div>",
                    Sign.DONE.markup(),
                    title(report, place),
                    text(key(report) + ".description", place),
                    installed ? link(place) : link("account", place.accountId()),
                    text(installed ? "install.button.details" : "install.workspace.other"),
                    installed ? otherWorkspace(place) : Markup.NOTHING);
        }
        return Markup.of(
                "<h1>%s</h1><p>%s</p><ul class=\"items\">%s</ul>%s",
                title(report, place),
                text("install.incomplete.description", place),
                report.items().stream().map(this::reported).toList(),
                again(report, place, session));
    }

    private Markup reported(Report.Item item) {
        String state = item.problem().isPresent() ? "failed" : "done";
        return item(
                Markup.of("<span class=\"pill %s\">%s</span>", state, text("install.item." + state)),
                item.kind(),
                item.name(),
                item.problem()
                        .map(problem -> Markup.of("<p class=\"failed\">%s</p>", problem))
                        .orElse(Markup.NOTHING));
    }

    /** Settings were saved before the rest failed, so an installation is tried again without them. */
    private Markup again(Report report, Place place, Session session) {
        return Markup.of(
                "<form method=\"post\" action=\"%s/%s\">%s<p class=\"buttons\"><button class=\"button\">%s</button>"
                        + "<a class=\"button second\" href=\"%s\">%s</a></p></form>",
                path,
                report.deed() == Report.Deed.UNINSTALL ? "uninstall" : "again",
                hiddenOf(place, session),
                text("install.button.again"),
                link(place),
                text("install.button.details"));
    }

    /** A message with a way on. */
    Markup message(Sign sign, String title, String text, String address, String link) {
        return Markup.of(
                "<div class=\"message\">%s<h1>%s</h1><p>%s</p>"
                        + "<p class=\"buttons\"><a class=\"button\" href=\"%s\">%s</a></p></div>",
                sign.markup(), title, text, address, link);
    }

    private static Markup hiddenOf(Place place, Session session) {
        return Markup.all(
                hidden("form", session.form()),
                hidden("account", place.accountId()),
                hidden("workspace", place.workspaceId()));
    }

    private static Markup hidden(String name, String value) {
        return Markup.of("<input type=\"hidden\" name=\"%s\" value=\"%s\">", name, value);
    }

    /** The address of a workspace's page. */
    String link(Place place) {
        return link("account", place.accountId(), "workspace", place.workspaceId());
    }

    /** The address of a page with these parameters. */
    String link(String... parameters) {
        StringBuilder link = new StringBuilder(path);
        for (int i = 0; i < parameters.length; i += 2) {
            link.append(i == 0 ? '?' : '&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return link.toString();
    }
}
