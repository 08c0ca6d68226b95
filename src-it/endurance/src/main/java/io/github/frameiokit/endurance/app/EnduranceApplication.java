package io.github.frameiokit.endurance.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves the kit's endpoints and the app's vital signs. */
@ApplicationPath("/")
public class EnduranceApplication extends Application {}
