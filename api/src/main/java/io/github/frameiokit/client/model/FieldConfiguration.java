package io.github.frameiokit.client.model;

/** What is particular to a metadata field of some type; fields of texts have none. */
public sealed interface FieldConfiguration
        permits RatingConfiguration,
                NumberConfiguration,
                ToggleConfiguration,
                DateConfiguration,
                SelectConfiguration,
                UserConfiguration,
                UnknownConfiguration {}
