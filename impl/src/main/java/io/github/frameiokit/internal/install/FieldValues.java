package io.github.frameiokit.internal.install;

import io.github.frameiokit.install.InstallFields;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.SelectField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an installer entered, as far as it fits the app's fields. Immutable.
 *
 * @param values the values by field, without those of unknown fields
 * @param problems what is wrong with them, by field
 */
record FieldValues(Map<String, String> values, Map<String, String> problems) {

    private static final int LONGEST = 4_000;

    /**
     * Checks what was entered.
     *
     * @param known the values that are stored
     */
    static FieldValues of(InstallFields fields, Map<String, String> entered, Map<String, String> known, Texts texts) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        for (InstallFields.Item item : fields.items()) {
            if (item.field() instanceof LinkField) {
                continue;
            }
            String name = item.field().name();
            String value = value(item, entered.getOrDefault(name, "").strip(), known.getOrDefault(name, ""));
            values.put(name, value);
            problem(item, value).ifPresent(it -> problems.put(name, texts.get("install.field." + it)));
        }
        return new FieldValues(Map.copyOf(values), Map.copyOf(problems));
    }

    private static String value(InstallFields.Item item, String entered, String known) {
        if (item.field() instanceof CheckboxField) {
            return Boolean.toString(entered.equals("true") || entered.equals("on"));
        }
        return item.password() && entered.isEmpty() ? known : entered;
    }

    private static Optional<String> problem(InstallFields.Item item, String value) {
        if (item.field() instanceof CheckboxField) {
            return item.required() && value.equals("false") ? Optional.of("unchecked") : Optional.empty();
        }
        if (value.isEmpty()) {
            return item.required() ? Optional.of("required") : Optional.empty();
        }
        if (value.length() > LONGEST) {
            return Optional.of("long");
        }
        return item.field() instanceof SelectField select
                        && select.options().stream()
                                .noneMatch(option -> option.value().equals(value))
                ? Optional.of("choice")
                : Optional.empty();
    }

    /** Without the values. */
    @Override
    public String toString() {
        return "FieldValues[problems=" + problems.keySet() + "]";
    }
}
