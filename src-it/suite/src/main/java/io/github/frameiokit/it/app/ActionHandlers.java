package io.github.frameiokit.it.app;

import static io.github.frameiokit.ResourceType.FILE;
import static io.github.frameiokit.ResourceType.VERSION_STACK;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.CustomField;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Action handlers of every form, in a request-scoped bean. */
@RequestScoped
public class ActionHandlers extends InheritedHandlers {

    static final Form EVERY_FIELD = Form.titled("Every field")
            .description("One of each")
            .field(TextField.of("title", "Title").value("MyVideo.mp4"))
            .field(TextareaField.of("notes", "Notes").value("Café ☕"))
            .field(SelectField.of("captions", "Captions")
                    .option("Off", "off")
                    .option("On", "on")
                    .value("off"))
            .field(CheckboxField.of("enabled", "Enabled"))
            .field(LinkField.of("link", "Link", URI.create("https://example.com/a?b=c")))
            .field(CustomField.of("stars", "rating", "Rating").with("value", JsonValue.TRUE))
            .build();

    @Inject
    private JournalResource journal;

    Message greet(@Observes @Action(value = "greeting", name = "Greeting") ActionEvent event) {
        note("greeting", event);
        return Message.of("Greeting", "Hello, world!");
    }

    ActionResponse form(@Observes @Action("form") ActionEvent event) {
        note("form", event);
        return event.data()
                .map(data -> data.text("title").isBlank()
                        ? EVERY_FIELD.again(data, "A title is needed.")
                        : Message.of("Done", data.text("title") + " " + data.bool("enabled")))
                .orElse(EVERY_FIELD);
    }

    enum Language {
        EN,
        ES
    }

    /** The form of the action "choose". */
    private record Choice(
            Language language,
            int copies,
            boolean captions,
            List<String> tags,
            Optional<String> note,
            Optional<LocalDate> due,
            @JsonbProperty("first_name") String firstName) {}

    Message choose(@Observes @Action("choose") ActionEvent event) {
        Choice choice = event.data(Choice.class).orElseThrow();
        return Message.of(
                "Chosen",
                choice.language + " " + choice.copies + " " + choice.captions + " " + choice.tags + " " + choice.note
                        + " " + choice.due + " " + choice.firstName);
    }

    /** The form of the action "fill". */
    public static class Filled {

        private String title = "untitled";
        private int copies = 1;
        private boolean captions;
        private List<String> tags;

        public void setTitle(String value) {
            title = value;
        }

        public void setCopies(int value) {
            copies = value;
        }

        public void setCaptions(boolean value) {
            captions = value;
        }

        public void setTags(List<String> value) {
            tags = value;
        }
    }

    Message fill(@Observes @Action("fill") ActionEvent event) {
        Filled filled = event.data(Filled.class).orElseThrow();
        return Message.of("Filled", filled.title + " " + filled.copies + " " + filled.captions + " " + filled.tags);
    }

    ActionResponse wizard(@Observes @Action("wizard") ActionEvent event) {
        note("wizard", event);
        long page = journal.count("wizard", event.interactionId().orElseThrow());
        return page > 3
                ? Message.of("Done", "after " + page)
                : Form.titled("Page " + page)
                        .field(TextField.of("go", "Go").value("next"))
                        .build();
    }

    ActionResponse late(@Observes @Action("late") ActionEvent event) throws InterruptedException {
        note("late", event);
        Thread.sleep(5100);
        return EVERY_FIELD;
    }

    void nothing(@Observes @Action("nothing") ActionEvent event) {
        note("nothing", event);
    }

    Message noMessage(@Observes @Action("null") ActionEvent event) {
        return null;
    }

    Message failing(@Observes @Action("failing") ActionEvent event) {
        note("failing", event);
        throw new IllegalStateException("the action's own trouble");
    }

    Message slow(@Observes @Action("slow") ActionEvent event) throws InterruptedException {
        note("slow", event);
        Thread.sleep(1500);
        return Message.of("Slow", event.interactionId().orElseThrow());
    }

    Message restricted(
            @Observes
                    @Action(
                            value = "restricted",
                            name = "Transcribe",
                            on = {FILE, VERSION_STACK})
                    ActionEvent event) {
        note("restricted", event);
        return Message.of("Restricted", event.resources().size() + " assets");
    }

    void later(@ObservesAsync @Action("later") ActionEvent event, JournalResource journal) {
        journal.note("later", event.interactionId().orElse("?"));
    }

    @Audited
    Message intercepted(@Observes @Action("intercepted") ActionEvent event) {
        note("intercepted", event);
        return Message.of("Intercepted", "by nobody");
    }

    Message ownSecret(@Observes @Action(value = "own.secret", secret = "acme.action.secret") ActionEvent event) {
        return Message.of("Own secret", "");
    }

    private void note(String what, ActionEvent event) {
        journal.note(what, event.interactionId().orElse("?"));
    }
}
