package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.FieldMember;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for the metadata fields of several files. Immutable: each method returns a copy. */
public final class MetadataUpdate extends RequestParameters<MetadataUpdate> {

    private static final int MOST = 100;

    private MetadataUpdate() {}

    /**
     * Creates an update of several files that sets no field yet.
     *
     * @param fileIds the files, from 1 to 100, none blank
     * @return the update
     * @throws IllegalArgumentException if there are none or more than 100, or if one is blank
     */
    public static MetadataUpdate of(String... fileIds) {
        return new MetadataUpdate().setList("file_ids", 1, MOST, fileIds).set("values", List.of());
    }

    /**
     * Sets a text.
     *
     * @param fieldDefinitionId the field, not blank
     * @param text the text, not null
     * @return a copy with this change
     * @throws IllegalArgumentException if the id is null or blank, or if this update already sets 100 fields
     */
    public MetadataUpdate text(String fieldDefinitionId, String text) {
        return value(fieldDefinitionId, Require.given("text", text));
    }

    /**
     * Sets a number.
     *
     * @param fieldDefinitionId the field, not blank
     * @param number the number, not null
     * @return a copy with this change
     * @throws IllegalArgumentException if the id is null or blank, or if this update already sets 100 fields
     */
    public MetadataUpdate number(String fieldDefinitionId, BigDecimal number) {
        return value(fieldDefinitionId, Require.given("number", number));
    }

    /**
     * Sets a rating.
     *
     * @param fieldDefinitionId the field, not blank
     * @param rating the rating
     * @return a copy with this change
     * @throws IllegalArgumentException if the id is null or blank, or if this update already sets 100 fields
     */
    public MetadataUpdate rating(String fieldDefinitionId, int rating) {
        return value(fieldDefinitionId, rating);
    }

    /**
     * Sets a toggle.
     *
     * @param fieldDefinitionId the field, not blank
     * @param on true if it is on
     * @return a copy with this change
     * @throws IllegalArgumentException if the id is null or blank, or if this update already sets 100 fields
     */
    public MetadataUpdate toggle(String fieldDefinitionId, boolean on) {
        return value(fieldDefinitionId, on);
    }

    /**
     * Sets a date.
     *
     * @param fieldDefinitionId the field, not blank
     * @param date the date, not null
     * @return a copy with this change
     * @throws IllegalArgumentException if the id is null or blank, or if this update already sets 100 fields
     */
    public MetadataUpdate date(String fieldDefinitionId, LocalDate date) {
        return value(fieldDefinitionId, Require.given("date", date));
    }

    /**
     * Sets the selected options.
     *
     * @param fieldDefinitionId the field, not blank
     * @param optionIds the ids of the options, none blank; none for an empty selection
     * @return a copy with this change
     * @throws IllegalArgumentException if an id is null or blank, or if this update already sets 100 fields
     */
    public MetadataUpdate select(String fieldDefinitionId, String... optionIds) {
        return value(
                fieldDefinitionId,
                Require.list("option_ids", 0, Integer.MAX_VALUE, optionIds).stream()
                        .map(id -> Map.of("id", id))
                        .toList());
    }

    /**
     * Sets the selected people and groups.
     *
     * @param fieldDefinitionId the field, not blank
     * @param members the people and groups; none for an empty selection
     * @return a copy with this change
     * @throws IllegalArgumentException if the id is null or blank, or if this update already sets 100 fields
     */
    public MetadataUpdate users(String fieldDefinitionId, FieldMember... members) {
        return value(fieldDefinitionId, Require.list("members", 0, Integer.MAX_VALUE, members));
    }

    /**
     * Removes a field's value.
     *
     * @param fieldDefinitionId the field, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if the id is null or blank, or if this update already sets 100 fields
     */
    public MetadataUpdate clear(String fieldDefinitionId) {
        return value(fieldDefinitionId, null);
    }

    private MetadataUpdate value(String fieldDefinitionId, @Nullable Object value) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("field_definition_id", Require.text("field_definition_id", fieldDefinitionId, Integer.MAX_VALUE));
        entry.put("value", value);
        List<Object> values = new ArrayList<>((List<?>) parameters().get("values"));
        values.add(Collections.unmodifiableMap(entry));
        if (values.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " fields can be set at once.");
        }
        return set("values", Collections.unmodifiableList(values));
    }
}
