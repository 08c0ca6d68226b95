package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * An asset of a type that this version of the kit doesn't know. It may lack members that other assets always have. The
 * methods for those then throw a {@link java.util.NoSuchElementException} that names the member.
 *
 * @param json everything that Frame.io sent about it
 */
public record UnknownAsset(JsonObject json) implements Asset {

    /** Checks that nothing is null. */
    public UnknownAsset {
        Checks.notNull(UnknownAsset.class, json);
    }

    /**
     * Its type.
     *
     * @return the type's name at Frame.io; empty if Frame.io sent none
     */
    public String type() {
        return new Sent(json).maybe("type").orElse("");
    }

    @Override
    public String id() {
        return new Sent(json).text("id");
    }

    @Override
    public String name() {
        return new Sent(json).text("name");
    }

    @Override
    public Optional<String> parentId() {
        return new Sent(json).maybe("parent_id");
    }

    @Override
    public String projectId() {
        return new Sent(json).text("project_id");
    }

    @Override
    public Instant createdAt() {
        return new Sent(json).time("created_at");
    }

    @Override
    public Instant updatedAt() {
        return new Sent(json).time("updated_at");
    }

    @Override
    public String viewUrl() {
        return new Sent(json).text("view_url");
    }

    @Override
    public String toString() {
        return "UnknownAsset[" + new Sent(json).maybe("id").orElse("") + "]";
    }
}
