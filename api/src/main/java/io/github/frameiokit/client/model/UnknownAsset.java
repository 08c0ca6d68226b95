package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * An asset of a kind that this version of the kit doesn't know.
 *
 * @param id its id
 * @param name its name
 * @param parentId the folder it is in
 * @param projectId its project
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param viewUrl its page in Frame.io
 * @param type the kind, as Frame.io names it
 * @param json all that Frame.io sent of it
 */
public record UnknownAsset(
        String id,
        String name,
        Optional<String> parentId,
        String projectId,
        Instant createdAt,
        Instant updatedAt,
        String viewUrl,
        String type,
        JsonObject json)
        implements Asset {
    @Override
    public String toString() {
        return "UnknownAsset[" + id + "]";
    }
}
