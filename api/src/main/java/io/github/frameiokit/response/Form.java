package io.github.frameiokit.response;

import io.github.frameiokit.FormData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Fields for the user to fill in. When the user submits them, Frame.io calls the action again, with
 * {@link io.github.frameiokit.ActionEvent#data() data} and the same interaction id. The action can then return another
 * form.
 *
 * <pre>{@code
 * Form.titled("Choose language")
 *         .description("Which language is spoken?")
 *         .field(SelectField.of("language", "Language").option("English", "en").option("Español", "es"))
 *         .build()
 * }</pre>
 *
 * @param title the heading, not blank, not null
 * @param description the text under it, possibly empty, not null
 * @param fields the fields in their order, at least one, each with a name of its own; unmodifiable
 */
public record Form(String title, String description, List<Field> fields) implements ActionResponse {

    /**
     * Checks that Frame.io can show this form.
     *
     * @throws IllegalArgumentException if the title is blank or null, the description, the list of fields or a field is
     *     null, the form has no fields, two fields have the same name, or a select field has no options
     */
    public Form {
        Checks.text(title, "A form's title");
        Checks.present(description, "A form's description");
        Checks.present(fields, "The 'fields' of the form '" + title + "'");
        for (Field field : fields) {
            Checks.present(field, "A 'field' of the form '" + title + "'");
        }
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "The form '" + title + "' has no fields; add one, or return a Message instead.");
        }
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new IllegalArgumentException("The form '" + title + "' has two fields named '" + field.name()
                        + "'; give each field a name of its own, since values are submitted by name.");
            }
            if (field instanceof SelectField select && select.options().isEmpty()) {
                throw new IllegalArgumentException("The select field '" + field.name() + "' of the form '" + title
                        + "' has no options; add them with option(name, value).");
            }
        }
    }

    /**
     * Starts to build a form.
     *
     * @param title the heading, not blank, not null
     * @return a builder, not thread-safe
     * @throws IllegalArgumentException if the title is blank or null
     */
    public static Builder titled(String title) {
        Checks.text(title, "A form's title");
        return new Builder(title);
    }

    /**
     * This form with the submitted values, to show again, and a sentence that says what is wrong with them. Frame.io
     * can't show a message beside a field, so the sentence replaces the description.
     *
     * @param submitted the submitted values, not null
     * @param problem a sentence that says what is wrong, not null
     * @return a new form
     * @throws IllegalArgumentException if an argument is null
     */
    public Form again(FormData submitted, String problem) {
        Checks.present(submitted, "'submitted' of the form '" + title + "'");
        Checks.present(problem, "'problem' of the form '" + title + "'");
        return new Form(
                title,
                problem,
                fields.stream().map(field -> field.withValueFrom(submitted)).toList());
    }

    /** Builds a form. Not thread-safe. */
    public static final class Builder {

        private final String title;
        private final List<Field> fields = new ArrayList<>();
        private String description = "";

        private Builder(String title) {
            this.title = title;
        }

        /**
         * Sets the text under the title. Empty by default.
         *
         * @param text a text, possibly empty, not null
         * @return this builder
         * @throws IllegalArgumentException if the text is null
         */
        public Builder description(String text) {
            Checks.present(text, "A form's description");
            description = text;
            return this;
        }

        /**
         * Adds a field at the end.
         *
         * @param field the field, not null
         * @return this builder
         * @throws IllegalArgumentException if the field is null
         */
        public Builder field(Field field) {
            Checks.present(field, "A 'field' of the form '" + title + "'");
            fields.add(field);
            return this;
        }

        /**
         * Creates the form.
         *
         * @return the form
         * @throws IllegalArgumentException if Frame.io couldn't show it, as {@link Form#Form} describes
         */
        public Form build() {
            return new Form(title, description, fields);
        }
    }
}
