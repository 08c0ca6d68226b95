package io.github.frameiokit.internal.json;

import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.AssetResult;
import io.github.frameiokit.client.model.DateConfiguration;
import io.github.frameiokit.client.model.DateValue;
import io.github.frameiokit.client.model.FieldConfiguration;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.Folder;
import io.github.frameiokit.client.model.MetadataValue;
import io.github.frameiokit.client.model.NumberConfiguration;
import io.github.frameiokit.client.model.NumberValue;
import io.github.frameiokit.client.model.ProjectResult;
import io.github.frameiokit.client.model.RatingConfiguration;
import io.github.frameiokit.client.model.RatingValue;
import io.github.frameiokit.client.model.SearchResult;
import io.github.frameiokit.client.model.SelectConfiguration;
import io.github.frameiokit.client.model.SelectValue;
import io.github.frameiokit.client.model.TextValue;
import io.github.frameiokit.client.model.ToggleConfiguration;
import io.github.frameiokit.client.model.ToggleValue;
import io.github.frameiokit.client.model.UnknownAsset;
import io.github.frameiokit.client.model.UnknownConfiguration;
import io.github.frameiokit.client.model.UnknownResult;
import io.github.frameiokit.client.model.UnknownValue;
import io.github.frameiokit.client.model.UserConfiguration;
import io.github.frameiokit.client.model.UsersValue;
import io.github.frameiokit.client.model.VersionStack;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chooses the record for an object of a sealed type. */
final class Unions {

    /** Text fields have no configuration but an empty object, which becomes no record. */
    private static final Class<?> NOTHING = Void.class;

    private record Union(String key, Map<String, Class<?>> kinds, Class<?> unknown) {}

    private static final Map<Class<?>, Union> UNIONS = Map.of(
            Asset.class,
            new Union(
                    "type",
                    Map.of("file", File.class, "folder", Folder.class, "version_stack", VersionStack.class),
                    UnknownAsset.class),
            SearchResult.class,
            new Union(
                    "type",
                    Map.of(
                            "file_result", AssetResult.class,
                            "folder_result", AssetResult.class,
                            "version_stack_result", AssetResult.class,
                            "project_result", ProjectResult.class),
                    UnknownResult.class),
            FieldConfiguration.class,
            new Union(
                    "field_type",
                    Map.of(
                            "text", NOTHING,
                            "long_text", NOTHING,
                            "rating", RatingConfiguration.class,
                            "number", NumberConfiguration.class,
                            "toggle", ToggleConfiguration.class,
                            "date", DateConfiguration.class,
                            "select", SelectConfiguration.class,
                            "select_multi", SelectConfiguration.class,
                            "user_single", UserConfiguration.class,
                            "user_multi", UserConfiguration.class),
                    UnknownConfiguration.class),
            MetadataValue.class,
            new Union(
                    "field_type",
                    Map.ofEntries(
                            Map.entry("text", TextValue.class),
                            Map.entry("long_text", TextValue.class),
                            Map.entry("rating", RatingValue.class),
                            Map.entry("number", NumberValue.class),
                            Map.entry("toggle", ToggleValue.class),
                            Map.entry("date", DateValue.class),
                            Map.entry("select", SelectValue.class),
                            Map.entry("select_multi", SelectValue.class),
                            Map.entry("users", UsersValue.class),
                            Map.entry("user_single", UsersValue.class),
                            Map.entry("user_multi", UsersValue.class)),
                    UnknownValue.class));

    private Unions() {}

    /**
     * The record for an object; null for an object that has no content.
     *
     * @param parent the object that has it as a member: a field has its type, and its configuration doesn't repeat it
     */
    static @Nullable Class<?> kind(Class<?> type, JsonObject object, JsonObject parent) {
        Union union = Objects.requireNonNull(UNIONS.get(type));
        JsonValue own = object.get(union.key());
        Class<?> kind = (own == null ? parent.get(union.key()) : own) instanceof JsonString name
                ? union.kinds().getOrDefault(name.getString(), union.unknown())
                : union.unknown();
        return kind == NOTHING ? null : kind;
    }
}
