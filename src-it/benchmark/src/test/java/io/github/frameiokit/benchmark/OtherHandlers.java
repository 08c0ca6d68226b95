package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Handlers of events that nobody sends: what the app's others cost. One half is for webhooks, one for actions. */
final class OtherHandlers {

    private static final int PER_CLASS = 10;
    private static final String CLASS = """
            package io.github.frameiokit.benchmark.others;

            import io.github.frameiokit.*;
            import io.github.frameiokit.response.Message;
            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.enterprise.event.Observes;

            @ApplicationScoped
            public class Others%d {
            %s}
            """;
    private static final String PAIR = """
                void webhook%1$d(@Observes @Webhook("other.number%1$d") WebhookEvent event) {}

                Message action%1$d(@Observes @Action("other-%1$d") ActionEvent event) {
                    return Message.of("Other", "Number %1$d");
                }
            """;

    private OtherHandlers() {}

    /** Compiles that many handlers into a directory, for a build that can't do it later: {@code 10 target/classes}. */
    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[1]);
        // there may be more of them, from an earlier build
        Apps.delete(classes.resolve("io/github/frameiokit/benchmark/others"));
        compile(Integer.parseInt(args[0]), classes, classes.resolveSibling("others"));
    }

    static void compile(int count, Path classes, Path sources) throws IOException {
        Files.createDirectories(classes);
        List<Path> files = write(count, sources);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "--release",
                    "17",
                    "-proc:none",
                    "-nowarn",
                    "-Xlint:none",
                    "-classpath",
                    System.getProperty("java.class.path"));
            if (!compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IOException("The other handlers don't compile");
            }
        }
    }

    private static List<Path> write(int count, Path sources) throws IOException {
        Files.createDirectories(sources);
        List<Path> files = new ArrayList<>();
        for (int from = 0; from < count; from += PER_CLASS) {
            StringBuilder methods = new StringBuilder();
            for (int i = from; i < Math.min(from + PER_CLASS, count); i += 2) {
                methods.append(PAIR.formatted(i));
            }
            Path file = sources.resolve("Others" + from + ".java");
            files.add(Files.writeString(file, CLASS.formatted(from, methods)));
        }
        return files;
    }
}
