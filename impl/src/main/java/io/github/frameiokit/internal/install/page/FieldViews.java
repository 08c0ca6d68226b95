package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.pages.Markup;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.Field;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The fields that an installer fills in. A password that was entered before isn't shown. */
final class FieldViews {

    private final Texts texts;

    FieldViews(Texts texts) {
        this.texts = texts;
    }

    /**
     * A field on the page.
     *
     * @param id its id on the page
     * @param item the field
     * @param value what it shows; empty for its initial value
     * @param kept whether it has a value that isn't shown
     * @param problem what is wrong with it
     * @param focus whether it is the first one with a problem
     */
    private record Shown(
            String id,
            InstallFields.Item item,
            Optional<String> value,
            boolean kept,
            Optional<String> problem,
            boolean focus) {

        /** What all controls have. */
        Markup attributes() {
            return Markup.of(
                    " id=\"%s\" name=\"%s%s\"%s%s%s",
                    id,
                    Posted.FIELD,
                    item.field().name(),
                    item.required() && !kept ? Markup.of(" required") : Markup.NOTHING,
                    problem.isPresent()
                            ? Markup.of(" aria-invalid=\"true\" aria-describedby=\"%s-problem\"", id)
                            : Markup.NOTHING,
                    focus ? Markup.of(" autofocus") : Markup.NOTHING);
        }
    }

    Markup fields(Views.Room room) {
        List<InstallFields.Item> items = room.fields().items();
        Optional<String> first = items.stream()
                .map(item -> item.field().name())
                .filter(room.problems()::containsKey)
                .findFirst();
        List<Markup> shown = IntStream.range(0, items.size())
                .mapToObj(i -> shown("field-" + i, items.get(i), room, first))
                .map(this::field)
                .toList();
        return Markup.of("<fieldset><legend>%s</legend>%s</fieldset>", texts.get("install.settings.title"), shown);
    }

    private static Shown shown(String id, InstallFields.Item item, Views.Room room, Optional<String> first) {
        String name = item.field().name();
        boolean stored = room.settings().names().contains(name);
        // an unchecked box is sent as nothing
        Optional<String> value = room.entered()
                .map(entered -> entered.getOrDefault(name, ""))
                .or(() -> stored ? Optional.of(room.settings().text(name)) : Optional.empty());
        return new Shown(
                id,
                item,
                item.password() ? Optional.empty() : value,
                item.password() && stored,
                Optional.ofNullable(room.problems().get(name)),
                first.equals(Optional.of(name)));
    }

    private Markup field(Shown shown) {
        Field field = shown.item().field();
        if (field instanceof LinkField link) {
            return Markup.of(
                    "<p><a href=\"%s\" target=\"_blank\" rel=\"noopener noreferrer\">%s</a></p>",
                    link.value(), link.label());
        }
        if (field instanceof CheckboxField box) {
            boolean checked = shown.value()
                    .map(it -> it.equals("true") || it.equals("on"))
                    .orElse(box.value());
            return Markup.of(
                    "<div class=\"field\"><label class=\"check\"><input type=\"checkbox\" value=\"true\"%s%s> <span>%s</span>"
                            + "</label>%s</div>",
                    shown.attributes(), checked ? Markup.of(" checked") : Markup.NOTHING, box.label(), problem(shown));
        }
        return Markup.of(
                "<div class=\"field\"><label for=\"%s\">%s%s</label>%s%s</div>",
                shown.id(),
                field.label(),
                shown.item().required()
                        ? Markup.NOTHING
                        : Markup.of(" <span class=\"quiet\">%s</span>", texts.get("install.field.optional")),
                control(shown),
                problem(shown));
    }

    private Markup control(Shown shown) {
        Field field = shown.item().field();
        if (shown.item().password()) {
            return Markup.of(
                    "<input type=\"password\" autocomplete=\"off\" placeholder=\"%s\"%s>",
                    shown.kept() ? texts.get("install.field.kept") : "", shown.attributes());
        }
        if (field instanceof SelectField select) {
            return Markup.of("<select%s>%s</select>", shown.attributes(), options(select, shown));
        }
        if (field instanceof TextareaField area) {
            // a parser drops the first line break
            return Markup.of(
                    "<textarea rows=\"4\"%s>\n%s</textarea>",
                    shown.attributes(), shown.value().orElse(area.value()));
        }
        String initial = field instanceof TextField text ? text.value() : "";
        return Markup.of(
                "<input type=\"text\" autocomplete=\"off\" value=\"%s\"%s>",
                shown.value().orElse(initial), shown.attributes());
    }

    private List<Markup> options(SelectField select, Shown shown) {
        String chosen = shown.value().or(select::value).orElse("");
        Markup none = Markup.of("<option value=\"\">%s</option>", texts.get("install.field.choose"));
        List<Markup> options = select.options().stream()
                .map(option -> Markup.of(
                        "<option value=\"%s\"%s>%s</option>",
                        option.value(),
                        option.value().equals(chosen) ? Markup.of(" selected") : Markup.NOTHING,
                        option.name()))
                .toList();
        return List.of(none, Markup.of("%s", options));
    }

    private static Markup problem(Shown shown) {
        return shown.problem()
                .map(problem -> Markup.of("<p class=\"failed small\" id=\"%s-problem\">%s</p>", shown.id(), problem))
                .orElse(Markup.NOTHING);
    }
}
