package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.FrameioAssertions.check;
import static io.github.frameiokit.testkit.FrameioAssertions.checkText;

import io.github.frameiokit.response.Field;
import io.github.frameiokit.response.Form;
import java.util.List;

/**
 * Assertions about a form.
 *
 * @see FrameioAssertions#assertThatForm(Answer)
 */
public sealed class FormAssert permits FieldAssert {

    private final Form form;

    FormAssert(Form form) {
        this.form = form;
    }

    /**
     * Asserts the heading.
     *
     * @param title the whole heading
     * @return this object
     * @throws AssertionError if it is another one
     */
    public FormAssert hasTitle(String title) {
        checkText("The form's title", title, form.title());
        return this;
    }

    /**
     * Asserts the text below the heading.
     *
     * @param description the whole text
     * @return this object
     * @throws AssertionError if it is another one
     */
    public FormAssert hasDescription(String description) {
        checkText("The description of the form '" + form.title() + "'", description, form.description());
        return this;
    }

    /**
     * Asserts that the form has a field.
     *
     * @param name the field's name
     * @return assertions about the field, and further ones about the form
     * @throws AssertionError if it has none of that name
     */
    public FieldAssert hasField(String name) {
        for (Field field : form.fields()) {
            if (field.name().equals(name)) {
                return new FieldAssert(form, field);
            }
        }
        throw new AssertionError(
                "The form '" + form.title() + "' has no field '" + name + "'; its fields are " + names() + ".");
    }

    /**
     * Asserts all fields.
     *
     * @param names the fields' names, in their order
     * @return this object
     * @throws AssertionError if the form has other fields, or in another order
     */
    public FormAssert hasFields(String... names) {
        check(
                names().equals(List.of(names)),
                "The form '" + form.title() + "' has the fields " + names() + ", and not " + List.of(names) + ".");
        return this;
    }

    private List<String> names() {
        return form.fields().stream().map(Field::name).toList();
    }
}
