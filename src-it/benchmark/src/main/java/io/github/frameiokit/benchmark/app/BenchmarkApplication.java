package io.github.frameiokit.benchmark.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves the kit's endpoint at {@code /frameio} and the hand-written one at {@code /handwritten}. */
@ApplicationPath("/")
public class BenchmarkApplication extends Application {}
