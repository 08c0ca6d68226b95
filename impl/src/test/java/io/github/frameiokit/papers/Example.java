package io.github.frameiokit.papers;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import io.github.frameiokit.papers.Papers.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java block of a paper as a source file. The blocks of one paper share a package, so that one can use what another
 * declares.
 *
 * @param block the block
 * @param shape what the block holds
 * @param packageName the package
 * @param source the source file
 * @param types the simple names of its top-level classes
 */
record Example(Block block, Shape shape, String packageName, String source, List<String> types) {

    /** What a block holds, in the order in which it is tried. */
    enum Shape {
        TYPES("", ""),
        STATEMENTS("""
                public class %s {
                    public static void run(FrameioClient frameio, ActionEvent event, Path movie, Path copy)
                            throws Exception {
                """, "}}"),
        MEMBERS("""
                @ApplicationScoped
                public class %s {
                    @Inject private Event<TranscriptionJob> jobs;
                    @Inject private UserAuthorizations authorizations;
                """, "}");

        private final String before;
        private final String after;

        Shape(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    private static final String IMPORTS = """
            import static io.github.frameiokit.ResourceType.FILE;
            import static io.github.frameiokit.papers.Fixture.*;
            import static io.github.frameiokit.testkit.FrameioAssertions.*;
            import static org.junit.jupiter.api.Assertions.*;
            import io.github.frameiokit.*;
            import io.github.frameiokit.client.*;
            import io.github.frameiokit.client.model.*;
            import io.github.frameiokit.client.request.*;
            import io.github.frameiokit.delivery.*;
            import io.github.frameiokit.install.*;
            import io.github.frameiokit.oauth.*;
            import io.github.frameiokit.papers.Fixture.*;
            import io.github.frameiokit.response.*;
            import io.github.frameiokit.signing.*;
            import io.github.frameiokit.testkit.*;
            import jakarta.annotation.Priority;
            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.enterprise.event.*;
            import jakarta.enterprise.inject.Stereotype;
            import jakarta.inject.Inject;
            import jakarta.interceptor.*;
            import jakarta.json.*;
            import jakarta.transaction.Transactional;
            import jakarta.ws.rs.ApplicationPath;
            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.core.Application;
            import jakarta.ws.rs.core.MediaType;
            import java.lang.annotation.*;
            import java.net.URI;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import org.junit.jupiter.api.Test;
            """;

    static Example of(Block block) {
        String packageName =
                "examples." + block.paper().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
        String name = "Line" + block.line();
        String path = block.text().contains("@Path(") ? "jakarta.ws.rs.Path" : "java.nio.file.Path";
        String produces =
                block.text().contains("@Produces(") ? "jakarta.ws.rs.Produces" : "jakarta.enterprise.inject.Produces";
        String header = "package " + packageName + ";\n" + IMPORTS + "import " + path + ";\nimport " + produces + ";\n";
        List<String> problems = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            String source = header + shape.before.formatted(name) + block.text().replace("…", "") + shape.after;
            DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
            List<String> types = typesOf(name, source, diagnostics);
            if (diagnostics.getDiagnostics().stream().noneMatch(it -> it.getKind() == Diagnostic.Kind.ERROR)) {
                return new Example(block, shape, packageName, source, types);
            }
            problems.add(shape + ": " + diagnostics.getDiagnostics());
        }
        throw new AssertionError(block + " is no Java:\n" + String.join("\n", problems));
    }

    JavaFileObject file() {
        return file("Line" + block.line(), source);
    }

    private static List<String> typesOf(String name, String source, DiagnosticCollector<JavaFileObject> diagnostics) {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        diagnostics,
                        List.of("-source", "17", "-proc:none"),
                        null,
                        List.of(file(name, source)));
        List<String> types = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                unit.getTypeDecls().stream()
                        .filter(ClassTree.class::isInstance)
                        .forEach(type ->
                                types.add(((ClassTree) type).getSimpleName().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    /** A file of any name: a paper shows public types. */
    private static JavaFileObject file(String name, String source) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {

            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }

            @Override
            public boolean isNameCompatible(String simpleName, Kind kind) {
                return !simpleName.equals("package-info");
            }
        };
    }
}
