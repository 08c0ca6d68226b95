package io.github.frameiokit.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves all resources, below its own path. */
@ApplicationPath("api/v1")
public class PathApplication extends Application {}
