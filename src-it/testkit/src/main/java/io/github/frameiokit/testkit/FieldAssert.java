package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.FrameioAssertions.check;
import static io.github.frameiokit.testkit.FrameioAssertions.checkText;

import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.CustomField;
import io.github.frameiokit.response.Field;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.response.TextareaField;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Assertions about a field of a form, and further ones about the form.
 *
 * @see FormAssert#hasField
 */
public final class FieldAssert extends FormAssert {

    private final Field field;

    FieldAssert(Form form, Field field) {
        super(form);
        this.field = field;
    }

    /**
     * Asserts the kind of field.
     *
     * @param type the field's class, such as {@code TextField.class}
     * @return this object
     * @throws AssertionError if it is of another kind
     */
    public FieldAssert ofType(Class<? extends Field> type) {
        check(
                type.isInstance(field),
                "The field '" + field.name() + "' is a " + field.getClass().getSimpleName() + ", and not a "
                        + type.getSimpleName() + ".");
        return this;
    }

    /**
     * Asserts the text beside the field.
     *
     * @param label the whole text
     * @return this object
     * @throws AssertionError if it is another one
     */
    public FieldAssert withLabel(String label) {
        checkText("The label of the field '" + field.name() + "'", label, field.label());
        return this;
    }

    /**
     * Asserts what the field holds when the form is shown.
     *
     * @param value the text, the selected option's value, {@code true} or {@code false} for a checkbox, the address of
     *     a link; an empty text for an empty field or no selection
     * @return this object
     * @throws AssertionError if it holds another value
     */
    public FieldAssert withValue(String value) {
        checkText("The value of the field '" + field.name() + "'", value, value());
        return this;
    }

    /**
     * Asserts the options of a select field.
     *
     * @param values the options' values, in their order
     * @return this object
     * @throws AssertionError if it has others, or in another order, or is no select field
     */
    public FieldAssert withOptions(String... values) {
        ofType(SelectField.class);
        List<String> options = ((SelectField) field)
                .options().stream().map(SelectField.Option::value).toList();
        check(
                options.equals(List.of(values)),
                "The options of the field '" + field.name() + "' are " + options + ", and not " + List.of(values)
                        + ".");
        return this;
    }

    private String value() {
        if (field instanceof TextField text) {
            return text.value();
        } else if (field instanceof TextareaField text) {
            return text.value();
        } else if (field instanceof SelectField select) {
            return select.value().orElse("");
        } else if (field instanceof CheckboxField box) {
            return Boolean.toString(box.value());
        } else if (field instanceof LinkField link) {
            return link.value().toString();
        }
        JsonValue value = ((CustomField) field).properties().get("value");
        return value == null ? "" : ResponseReader.text(value);
    }
}
