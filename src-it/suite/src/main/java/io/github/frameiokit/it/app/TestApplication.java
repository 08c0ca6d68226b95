package io.github.frameiokit.it.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The only class that an app needs for the kit's endpoint to be served. */
@ApplicationPath("/")
public class TestApplication extends Application {}
