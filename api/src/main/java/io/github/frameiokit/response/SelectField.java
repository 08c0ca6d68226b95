package io.github.frameiokit.response;

import io.github.frameiokit.FormData;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A choice of one among several options.
 *
 * <pre>{@code
 * SelectField.of("language", "Language").option("English", "en").option("Español", "es").value("en")
 * }</pre>
 *
 * @param name the name its value comes back under, not blank
 * @param label what the user reads beside it, not blank
 * @param options the options in their order, unmodifiable; a form refuses a field without any
 * @param value the value of the option selected at first; empty for none
 */
public record SelectField(String name, String label, List<Option> options, Optional<String> value) implements Field {

    /**
     * Checks the texts, and that the options and the first selection fit together.
     *
     * @throws IllegalArgumentException if name or label is blank, two options have one value, or the first selection is
     *     none of the options
     */
    public SelectField {
        Checks.nameAndLabel("select field", name, label);
        options = List.copyOf(options);
        Set<String> values = new LinkedHashSet<>();
        for (Option option : options) {
            if (!values.add(option.value())) {
                throw new IllegalArgumentException("The select field '" + name + "' has two options of the value '"
                        + option.value() + "'; give each its own.");
            }
        }
        if (value.isPresent() && !values.contains(value.get())) {
            throw new IllegalArgumentException("The select field '" + name + "' can't start with '" + value.get()
                    + "': it is none of its options " + values + ". Add the option first.");
        }
    }

    /**
     * One option.
     *
     * @param name what the user reads, not blank
     * @param value what is submitted, not blank
     */
    public record Option(String name, String value) {

        /**
         * Checks the texts.
         *
         * @throws IllegalArgumentException if one is blank
         */
        public Option {
            Checks.text(name, "An option's name");
            Checks.text(value, "An option's value");
        }
    }

    /**
     * Makes a field without options; add them with {@link #option}.
     *
     * @param name the name its value comes back under, not blank
     * @param label what the user reads beside it, not blank
     * @return the field
     * @throws IllegalArgumentException if either is blank
     */
    public static SelectField of(String name, String label) {
        return new SelectField(name, label, List.of(), Optional.empty());
    }

    /**
     * This field with one more option at the end.
     *
     * @param name what the user reads, not blank
     * @param value what is submitted, not blank and not yet taken
     * @return a new field
     * @throws IllegalArgumentException if one is blank, or the value is taken
     */
    public SelectField option(String name, String value) {
        List<Option> more = new ArrayList<>(options);
        more.add(new Option(name, value));
        return new SelectField(this.name, label, more, this.value);
    }

    /**
     * This field with another option selected at first.
     *
     * @param selected the value of one of the options so far
     * @return a new field
     * @throws IllegalArgumentException if there is no such option
     */
    public SelectField value(String selected) {
        Checks.present(selected, "The value of the select field '" + name + "'");
        return new SelectField(name, label, options, Optional.of(selected));
    }

    @Override
    public SelectField withValueFrom(FormData data) {
        String submitted = data.text(name);
        return options.stream().anyMatch(option -> option.value().equals(submitted)) ? value(submitted) : this;
    }
}
