package io.github.frameiokit.client.model;

/** The configuration of a metadata field. Text fields have none. */
public sealed interface FieldConfiguration
        permits RatingConfiguration,
                NumberConfiguration,
                ToggleConfiguration,
                DateConfiguration,
                SelectConfiguration,
                UserConfiguration,
                UnknownConfiguration {}
