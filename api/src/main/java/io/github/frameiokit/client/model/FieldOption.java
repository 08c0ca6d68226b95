package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * One of the choices of a metadata field.
 *
 * @param id its id; empty for a new one, never null
 * @param displayName what users read
 * @param color in which colour, never null
 */
public record FieldOption(Optional<String> id, String displayName, Optional<String> color) {}
