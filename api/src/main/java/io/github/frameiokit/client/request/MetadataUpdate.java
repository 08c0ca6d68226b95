package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.FieldMember;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values for the metadata fields of several files. Immutable: every change gives a new one. */
public final class MetadataUpdate extends Draft {

    private static final int MOST = 100;

    private MetadataUpdate(Map<String, Object> members) {
        super(members);
    }

    /**
     * Names the files; then come the values.
     *
     * @param fileIds 1 to 100 files
     * @return the update
     * @throws IllegalArgumentException if there are none, or more than 100
     */
    public static MetadataUpdate of(String... fileIds) {
        return new MetadataUpdate(Map.of("file_ids", list("file_ids", 1, MOST, fileIds), "values", List.of()));
    }

    /**
     * Sets a text.
     *
     * @param fieldDefinitionId the field
     * @param text the text, not null
     * @return a new update
     */
    public MetadataUpdate text(String fieldDefinitionId, String text) {
        return value(fieldDefinitionId, given("text", text));
    }

    /**
     * Sets a number.
     *
     * @param fieldDefinitionId the field
     * @param number the number, not null
     * @return a new update
     */
    public MetadataUpdate number(String fieldDefinitionId, BigDecimal number) {
        return value(fieldDefinitionId, given("number", number));
    }

    /**
     * Sets a rating.
     *
     * @param fieldDefinitionId the field
     * @param rating the rating
     * @return a new update
     */
    public MetadataUpdate rating(String fieldDefinitionId, int rating) {
        return value(fieldDefinitionId, rating);
    }

    /**
     * Sets a toggle.
     *
     * @param fieldDefinitionId the field
     * @param on whether
     * @return a new update
     */
    public MetadataUpdate toggle(String fieldDefinitionId, boolean on) {
        return value(fieldDefinitionId, on);
    }

    /**
     * Sets a date.
     *
     * @param fieldDefinitionId the field
     * @param date the date, not null
     * @return a new update
     */
    public MetadataUpdate date(String fieldDefinitionId, LocalDate date) {
        return value(fieldDefinitionId, given("date", date).toString());
    }

    /**
     * Sets what is chosen.
     *
     * @param fieldDefinitionId the field
     * @param optionIds the ids of its options; none for nothing chosen
     * @return a new update
     */
    public MetadataUpdate select(String fieldDefinitionId, String... optionIds) {
        return value(
                fieldDefinitionId,
                list("option_ids", 0, Integer.MAX_VALUE, optionIds).stream()
                        .map(id -> Map.of("id", id))
                        .toList());
    }

    /**
     * Sets who is chosen.
     *
     * @param fieldDefinitionId the field
     * @param members the people and groups; none for nobody chosen
     * @return a new update
     */
    public MetadataUpdate users(String fieldDefinitionId, FieldMember... members) {
        return value(fieldDefinitionId, list("members", 0, Integer.MAX_VALUE, members));
    }

    /**
     * Takes a field's value away.
     *
     * @param fieldDefinitionId the field
     * @return a new update
     */
    public MetadataUpdate clear(String fieldDefinitionId) {
        return value(fieldDefinitionId, null);
    }

    private MetadataUpdate value(String fieldDefinitionId, Object value) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("field_definition_id", text("field_definition_id", fieldDefinitionId, Integer.MAX_VALUE));
        entry.put("value", value);
        List<Object> values = new ArrayList<>((List<?>) members().get("values"));
        values.add(Collections.unmodifiableMap(entry));
        if (values.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " fields can be set at once.");
        }
        return new MetadataUpdate(with("values", Collections.unmodifiableList(values)));
    }
}
