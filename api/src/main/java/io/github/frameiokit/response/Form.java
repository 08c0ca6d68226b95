package io.github.frameiokit.response;

import io.github.frameiokit.FormData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fields for the user to fill in. When the user submits them the action is called again, with
 * {@link io.github.frameiokit.ActionEvent#data() data} and the same interaction id; it may answer with a form again.
 *
 * <pre>{@code
 * Form.titled("Choose language")
 *         .description("Which language is spoken?")
 *         .field(SelectField.of("language", "Language").option("English", "en").option("Español", "es"))
 *         .build()
 * }</pre>
 *
 * @param title the heading, not blank
 * @param description the text under it, perhaps empty
 * @param fields the fields in their order, at least one, each of its own name; unmodifiable
 */
public record Form(String title, String description, List<Field> fields) implements ActionResponse {

    /**
     * Checks that Frame.io would show this form.
     *
     * @throws IllegalArgumentException if the title is blank, there are no fields, two fields have one name, or a
     *     select field has no options
     */
    public Form {
        Checks.text(title, "A form's title");
        Checks.present(description, "A form's description");
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "The form '" + title + "' has no fields; add one, or answer with a Message instead.");
        }
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("The form '" + title + "' has two fields named '" + field.name()
                        + "'; their values come back by name, so give each its own.");
            }
            if (field instanceof SelectField select && select.options().isEmpty()) {
                throw new IllegalArgumentException("The select field '" + field.name() + "' of the form '" + title
                        + "' has no options; add them with option(name, value).");
            }
        }
    }

    /**
     * Begins a form.
     *
     * @param title the heading, not blank
     * @return a builder, not thread-safe
     */
    public static Builder titled(String title) {
        return new Builder(title);
    }

    /**
     * This form once more, with what the user submitted and a sentence about what is wrong with it. Frame.io has no
     * place for a message beside a field, so the sentence takes the description's.
     *
     * @param submitted the values to show again
     * @param problem what is wrong, in a sentence
     * @return a new form
     */
    public Form again(FormData submitted, String problem) {
        return new Form(
                title,
                problem,
                fields.stream().map(field -> field.withValueFrom(submitted)).toList());
    }

    /** Gathers a form's parts. Not thread-safe. */
    public static final class Builder {

        private final String title;
        private final List<Field> fields = new ArrayList<>();
        private String description = "";

        private Builder(String title) {
            this.title = title;
        }

        /**
         * Sets the text under the title.
         *
         * @param text a text, not null
         * @return this builder
         */
        public Builder description(String text) {
            description = text;
            return this;
        }

        /**
         * Adds a field at the end.
         *
         * @param field the field, not null
         * @return this builder
         */
        public Builder field(Field field) {
            fields.add(field);
            return this;
        }

        /**
         * Makes the form.
         *
         * @return the form
         * @throws IllegalArgumentException if Frame.io wouldn't show it, as {@link Form#Form} says
         */
        public Form build() {
            return new Form(title, description, fields);
        }
    }
}
