package io.github.frameiokit.install;

import io.github.frameiokit.response.CheckboxField;
import io.github.frameiokit.response.CustomField;
import io.github.frameiokit.response.Field;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.SelectField;
import io.github.frameiokit.response.TextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the app asks of the person who installs it, once per workspace. A CDI bean of this type switches it on; handlers
 * get the values as {@link InstallSettings}. Immutable.
 *
 * <pre>{@code
 * @Produces
 * @ApplicationScoped
 * InstallFields fields() {
 *     return InstallFields.none()
 *             .required(TextField.of("bucket", "Bucket"))
 *             .optional(SelectField.of("region", "Region").option("Europe", "eu").option("America", "us"))
 *             .password("api_key", "Key of the archive");
 * }
 * }</pre>
 */
public class InstallFields {

    private static final int LONGEST_NAME = 100;

    private final List<Item> items;

    /**
     * A field.
     *
     * @param field its name, label and initial value, not null
     * @param required whether it must have a value
     * @param password whether its value is never shown again; the field is then a {@link TextField}
     */
    public record Item(Field field, boolean required, boolean password) {

        /** Checks that nothing is null. */
        public Item {
            Objects.requireNonNull(field, "field");
        }
    }

    /** For the container's proxies: without fields. */
    protected InstallFields() {
        this(List.of());
    }

    private InstallFields(List<Item> items) {
        this.items = List.copyOf(items);
    }

    /**
     * Without fields, to add some.
     *
     * @return no fields
     */
    public static InstallFields none() {
        return new InstallFields();
    }

    /**
     * These fields and one that must have a value. A checkbox must then be checked.
     *
     * @param field the field, not null; a {@link CustomField} can't be shown, and a {@link LinkField} has no value
     * @return new fields
     * @throws IllegalArgumentException if it is one of these, its name is taken or has more than {@value #LONGEST_NAME}
     *     characters
     */
    public InstallFields required(Field field) {
        if (field instanceof LinkField) {
            throw new IllegalArgumentException(
                    "The link '" + field.name() + "' can't be required; add it with 'optional'.");
        }
        return with(new Item(field, true, false));
    }

    /**
     * These fields and one that may be left empty. A {@link LinkField} is shown as a link.
     *
     * @param field the field, not null; a {@link CustomField} can't be shown
     * @return new fields
     * @throws IllegalArgumentException if it is a custom field, its name is taken or has more than
     *     {@value #LONGEST_NAME} characters
     */
    public InstallFields optional(Field field) {
        return with(new Item(field, false, false));
    }

    /**
     * These fields and one for a secret, such as a key for another service, which must have a value. What was entered
     * is never shown again; an installer who leaves it empty later keeps it.
     *
     * @param name the key of its value, not blank, not null, at most {@value #LONGEST_NAME} characters
     * @param label the text beside it, not blank, not null
     * @return new fields
     * @throws IllegalArgumentException if one is blank, or the name is taken or too long
     */
    public InstallFields password(String name, String label) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        return with(new Item(TextField.of(name, label), true, true));
    }

    private InstallFields with(Item item) {
        String name = item.field().name();
        if (item.field() instanceof CustomField) {
            throw new IllegalArgumentException("The field '" + name
                    + "' is a CustomField, which an install page can't show; use another kind of field.");
        }
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("The name of a field has at most " + LONGEST_NAME + " characters.");
        }
        Set<String> names = new HashSet<>();
        items().forEach(known -> names.add(known.field().name()));
        if (!names.add(name)) {
            throw new IllegalArgumentException("There are two fields named '" + name + "'; rename one of them.");
        }
        List<Item> more = new ArrayList<>(items());
        more.add(item);
        return new InstallFields(more);
    }

    /**
     * The fields, in their order.
     *
     * @return the fields, unmodifiable; each a text, a text area, a {@link SelectField}, a {@link CheckboxField} or a
     *     {@link LinkField}
     */
    public List<Item> items() {
        return items;
    }
}
