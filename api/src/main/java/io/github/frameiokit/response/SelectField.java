package io.github.frameiokit.response;

import io.github.frameiokit.FormData;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A choice of one of several options.
 *
 * <pre>{@code
 * SelectField.of("language", "Language").option("English", "en").option("Español", "es").value("en")
 * }</pre>
 *
 * @param name the key of its value in the submitted data, not blank, not null
 * @param label the text beside it, not blank, not null
 * @param options the options in their order, not null; unmodifiable; a form needs at least one
 * @param value the value of the option that is initially selected; empty for none; not null
 */
public record SelectField(String name, String label, List<Option> options, Optional<String> value) implements Field {

    /**
     * Checks the texts, and that the selected value is one of the options.
     *
     * @throws IllegalArgumentException if name or label is blank or null, an option is null, two options have the same
     *     value, or the selected value isn't one of the options
     */
    public SelectField {
        Checks.nameAndLabel("select field", name, label);
        Checks.present(options, "The 'options' of the select field '" + name + "'");
        Checks.present(value, "The 'value' of the select field '" + name + "'");
        for (Option option : options) {
            Checks.present(option, "An option among the 'options' of the select field '" + name + "'");
        }
        options = List.copyOf(options);
        Set<String> values = new LinkedHashSet<>();
        for (Option option : options) {
            if (!values.add(option.value())) {
                throw new IllegalArgumentException("The select field '" + name + "' has two options with the value '"
                        + option.value() + "'; give each a value of its own.");
            }
        }
        if (value.isPresent() && !values.contains(value.get())) {
            throw new IllegalArgumentException("The select field '" + name + "' can't have the value '" + value.get()
                    + "', since it isn't one of its options " + values + "; add the option first.");
        }
    }

    /**
     * One option.
     *
     * @param name the text that the user sees, not blank, not null
     * @param value the value that is submitted, not blank, not null
     */
    public record Option(String name, String value) {

        /**
         * Checks the texts.
         *
         * @throws IllegalArgumentException if one is blank or null
         */
        public Option {
            Checks.text(name, "An option's name");
            Checks.text(value, "An option's value");
        }
    }

    /**
     * Creates a field without options. {@link #option} adds them.
     *
     * @param name the key of its value in the submitted data, not blank, not null
     * @param label the text beside it, not blank, not null
     * @return the field
     * @throws IllegalArgumentException if either is blank or null
     */
    public static SelectField of(String name, String label) {
        return new SelectField(name, label, List.of(), Optional.empty());
    }

    /**
     * This field with one more option at the end.
     *
     * @param name the text that the user sees, not blank, not null
     * @param value the value that is submitted, not blank, not null, and not the value of another option
     * @return a new field
     * @throws IllegalArgumentException if one is blank or null, or another option has the value
     */
    public SelectField option(String name, String value) {
        List<Option> more = new ArrayList<>(options);
        more.add(new Option(name, value));
        return new SelectField(this.name, label, more, this.value);
    }

    /**
     * This field with the given option initially selected.
     *
     * @param selected the value of one of the options that were added before, not null
     * @return a new field
     * @throws IllegalArgumentException if it is null, or no option has this value
     */
    public SelectField value(String selected) {
        Checks.present(selected, "The value of the select field '" + name + "'");
        return new SelectField(name, label, options, Optional.of(selected));
    }

    @Override
    public SelectField withValueFrom(FormData data) {
        Checks.present(data, "The \'data\' for the field \'" + name + "\'");
        String submitted = data.text(name);
        return options.stream().anyMatch(option -> option.value().equals(submitted)) ? value(submitted) : this;
    }
}
