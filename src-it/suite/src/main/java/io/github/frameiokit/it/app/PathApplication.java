package io.github.frameiokit.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves everything, below a path of its own. */
@ApplicationPath("api/v1")
public class PathApplication extends Application {}
