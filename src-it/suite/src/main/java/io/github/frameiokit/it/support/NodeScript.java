package io.github.frameiokit.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/** Starts an instance of the server for one app, with the script of the server's module. */
public final class NodeScript {

    /** The instance doesn't run long enough for the optimizing compiler to pay off. */
    private static final String STARTS_FAST = " -XX:TieredStopAtLevel=1";

    private NodeScript() {}

    /** An empty directory for an instance. */
    public static Path newDirectory() throws IOException {
        return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "node-");
    }

    /** The script runs until the server ends; the output of both is appended to a file. */
    public static Process run(Archive<?> app, Path directory, int port, Path output) throws IOException {
        Path war = directory.resolve(app.getName());
        app.as(ZipExporter.class).exportTo(war.toFile(), true);
        ProcessBuilder script = new ProcessBuilder(
                        "bash",
                        System.getProperty("server.node"),
                        System.getProperty("server.home"),
                        Files.createDirectories(directory.resolve("base")).toString(),
                        war.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().merge("JAVA_TOOL_OPTIONS", STARTS_FAST, String::concat);
        return script.start();
    }
}
