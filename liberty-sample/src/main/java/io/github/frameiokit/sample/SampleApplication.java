package io.github.frameiokit.sample;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Switches on JAX-RS, which serves the kit's endpoint at {@code /frameio}. */
@ApplicationPath("/")
public class SampleApplication extends Application {}
