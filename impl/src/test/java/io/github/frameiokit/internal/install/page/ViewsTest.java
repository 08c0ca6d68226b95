package io.github.frameiokit.internal.install.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.install.InstallSettings;
import io.github.frameiokit.install.Installation;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.PlannedChange;
import io.github.frameiokit.install.Registration;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.oauth.SignInFailure;
import io.github.frameiokit.internal.oauth.Visitor;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static final String EVIL = "\"><script>alert(1)</script>";
    private static final Place PLACE = new Place("an-account", "a-workspace", "North " + EVIL);
    private static final Session SESSION =
            Session.of(new Visitor("the-token", Instant.EPOCH, "Ada " + EVIL, "ada@example.com"), Instant.EPOCH);
    private static final InstallFields FIELDS = InstallFields.none()
            .required(TextField.of("bucket", "Bucket " + EVIL).value("initial"))
            .optional(TextareaField.of("notes", "Notes"))
            .optional(SelectField.of("region", "Region").option("Europe", "eu").option("America", "us"))
            .optional(CheckboxField.of("mail", "Mail").value(true))
            .optional(LinkField.of("help", "Help", URI.create("https://example.com/?a=1&b=2")))
            .password("key", "Key");
    private static final InstallationPlan PLAN = plan(PlannedChange.Change.CREATE);

    private final Views views =
            new Views(Texts.of(new SmallRyeConfigBuilder().build()), "App " + EVIL, "/frameio/install");

    /** What is stored for a workspace. */
    private record Values(Map<String, String> values) implements InstallSettings {

        @Override
        public Set<String> names() {
            return values.keySet();
        }

        @Override
        public String text(String name) {
            return values.getOrDefault(name, "");
        }
    }

    private static InstallationPlan plan(PlannedChange.Change change) {
        return new InstallationPlan(
                "an-account",
                "a-workspace",
                List.of(
                        new PlannedChange(
                                Registration.Kind.WEBHOOK,
                                "Hook " + EVIL,
                                List.of("file.ready"),
                                change,
                                "Why " + EVIL),
                        new PlannedChange(Registration.Kind.ACTION, "Act", List.of("act"), change, "Because.")));
    }

    private String room(
            InstallationPlan plan,
            Map<String, String> stored,
            Optional<Map<String, String>> entered,
            Map<String, String> problems) {
        return views.workspace(
                        new Views.Room(
                                PLACE,
                                Optional.empty(),
                                plan,
                                Map.of("act", "Does " + EVIL),
                                FIELDS,
                                new Values(stored),
                                entered,
                                problems),
                        SESSION)
                .html();
    }

    @Test
    void whateverOthersHaveNamedIsNoMarkup() {
        Report report = new Report(
                "1",
                Report.Deed.INSTALL,
                "an-account",
                "a-workspace",
                List.of(new Report.Item(
                        Registration.Kind.ACTION, "Act " + EVIL, PlannedChange.Change.CREATE, Optional.of(EVIL))));
        Place.Group account = new Place.Group("id " + EVIL, "Account " + EVIL);
        for (String html : List.of(
                room(PLAN, Map.of("bucket", EVIL, "notes", "</textarea>" + EVIL), Optional.empty(), Map.of()),
                room(PLAN, Map.of(), Optional.of(Map.of("bucket", EVIL)), Map.of("bucket", EVIL, "", EVIL)),
                views.report(report, PLACE, SESSION).html(),
                views.removalQuestion(PLACE, Optional.empty(), SESSION).html(),
                views.landing(Optional.of(EVIL)).html(),
                views.accounts(List.of(account)).html(),
                views.workspaces(
                                account,
                                List.of(new Place.Choice(PLACE, Place.State.INSTALLED)),
                                Optional.of(EVIL),
                                true)
                        .html(),
                views.footer(SESSION).html())) {
            assertFalse(html.contains("<script"), html);
            assertFalse(html.contains("the-token"), html);
        }
    }

    @Test
    void fieldsBeginWithTheirInitialValues() {
        String html = room(PLAN, Map.of(), Optional.empty(), Map.of());
        assertTrue(html.contains("value=\"initial\" id=\"field-0\" name=\"field-bucket\" required>"), html);
        assertTrue(html.contains("name=\"field-mail\" checked>"), html);
        assertTrue(
                html.contains("<input type=\"password\" autocomplete=\"off\" placeholder=\"\" id=\"field-5\""
                        + " name=\"field-key\" required>"),
                html);
        assertTrue(html.contains("<a href=\"https://example.com/?a=1&amp;b=2\" target"), html);
    }

    @Test
    void storedValuesAreShownButNoPassword() {
        String html = room(
                PLAN,
                Map.of("bucket", "b", "notes", "\nn", "region", "us", "mail", "false", "key", "the-secret"),
                Optional.empty(),
                Map.of());
        assertTrue(html.contains("value=\"b\""), html);
        assertTrue(html.contains(">\n\nn</textarea>"), html);
        assertTrue(html.contains("<option value=\"us\" selected>"), html);
        assertFalse(html.contains(" checked"), html);
        assertFalse(html.contains("the-secret"), html);
        assertTrue(
                html.contains("placeholder=\"Saved. Leave empty to keep it.\" id=\"field-5\" name=\"field-key\">"),
                html);
    }

    @Test
    void whatWasEnteredStaysBesideItsProblemButNoPassword() {
        String html = room(
                PLAN,
                Map.of("bucket", "old", "mail", "true"),
                Optional.of(Map.of("bucket", "new", "key", "the-secret")),
                Map.of("region", "Choose one.", "key", "It is too short."));
        assertTrue(html.contains("value=\"new\""), html);
        assertFalse(html.contains(" checked"), html); // an unchecked box isn't sent
        assertFalse(html.contains("the-secret"), html);
        assertTrue(html.contains("role=\"alert\">Nothing was saved."), html);
        assertTrue(html.contains("aria-invalid=\"true\" aria-describedby=\"field-2-problem\" autofocus>"), html);
        assertTrue(html.contains("aria-describedby=\"field-5-problem\">"), html);
        assertTrue(html.contains("id=\"field-5-problem\">It is too short.</p>"), html);
    }

    @Test
    void buttonSaysWhatItDoes() {
        Optional<Installation> installed = Optional.of(new Installation(
                "an-account", "a-workspace", List.of(), Instant.EPOCH, Instant.EPOCH, Optional.empty()));
        InstallationPlan done = plan(PlannedChange.Change.UNCHANGED);
        assertEquals("Install", button(Optional.empty(), PLAN, FIELDS));
        assertEquals("Update", button(installed, PLAN, FIELDS));
        assertEquals("Save", button(installed, done, FIELDS));
        assertEquals("Update", button(installed, PLAN, InstallFields.none()));
        assertEquals("", button(installed, done, InstallFields.none()));
    }

    private String button(Optional<Installation> installation, InstallationPlan plan, InstallFields fields) {
        String html = views.workspace(
                        new Views.Room(
                                PLACE,
                                installation,
                                plan,
                                Map.of(),
                                fields,
                                new Values(Map.of()),
                                Optional.empty(),
                                Map.of()),
                        SESSION)
                .html();
        return html.contains("<button class=\"button\">")
                ? html.replaceFirst("(?s).*<button class=\"button\">(.*?)</button>.*", "$1")
                : "";
    }

    @Test
    void everyChangeHasItsWord() {
        for (PlannedChange.Change change : PlannedChange.Change.values()) {
            assertTrue(room(plan(change), Map.of(), Optional.empty(), Map.of())
                    .contains("<span class=\"pill " + change.name().toLowerCase(Locale.ROOT) + "\">"));
        }
    }

    @Test
    void actionSaysWhatItDoesAndAChangeSaysWhy() {
        String created = room(PLAN, Map.of(), Optional.empty(), Map.of());
        assertTrue(created.contains("<p class=\"quiet\">Does "), created);
        assertFalse(created.contains("Because."), created);
        String changed = room(plan(PlannedChange.Change.UPDATE), Map.of(), Optional.empty(), Map.of());
        assertTrue(changed.contains("<p class=\"quiet\">Because.</p><p class=\"quiet\">Does "), changed);
    }

    @Test
    void manyTypesAreFolded() {
        List<String> types = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
        InstallationPlan plan = new InstallationPlan(
                "an-account",
                "a-workspace",
                List.of(new PlannedChange(
                        Registration.Kind.WEBHOOK, "Hook", types, PlannedChange.Change.CREATE, "Because.")));
        String html = room(plan, Map.of(), Optional.empty(), Map.of());
        assertTrue(html.contains("<details><summary>9 types of events</summary>"), html);
    }

    @Test
    void workspaceWithoutTheRightIsNoLink() {
        String html = views.workspaces(
                        new Place.Group("an-account", "Account"),
                        List.of(new Place.Choice(PLACE, Place.State.NO_RIGHT)),
                        Optional.empty(),
                        false)
                .html();
        assertFalse(html.contains("<a "), html);
    }

    @Test
    void everyRefusalHasItsTexts() {
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            assertFalse(views.text(reason.title).isEmpty());
            assertFalse(views.text(reason.description).isEmpty());
        }
        for (SignInFailure.Reason reason : SignInFailure.Reason.values()) {
            assertFalse(views.text("install.sign-in." + reason + ".description").isEmpty());
        }
    }
}
