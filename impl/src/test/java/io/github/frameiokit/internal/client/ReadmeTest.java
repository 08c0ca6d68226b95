package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioClient;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the client compiles, and Frame.io would take it. */
class ReadmeTest {

    private static final Pattern SECTION = Pattern.compile("(?s)\n## Frame.io's API\n(.*?)\n## ");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```java\n(.*?)```");

    /** An example that declares something to be used by the next. */
    private static final String DECLARATION = "public interface ";

    @TempDir
    private Path folder;

    @Test
    void theExamplesWork() throws Exception {
        List<String> examples = examples();
        compile(examples);
        try (TestClient tested = new TestClient();
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            byte[] content = new byte[1000];
            new Random(1).nextBytes(content);
            tested.fake.content("a-file", content);
            for (int i = 0; i < examples.size(); i++) {
                if (!examples.get(i).startsWith(DECLARATION)) {
                    Method example = loader.loadClass("Examples")
                            .getMethod("example" + i, FrameioClient.class, Path.class, Path.class);
                    example.invoke(
                            null,
                            tested.client(),
                            Files.write(folder.resolve("cut.mov"), content),
                            folder.resolve("copy"));
                }
            }
            assertEquals(-1, Files.mismatch(folder.resolve("cut.mov"), folder.resolve("copy")));
            Set<String> groups = tested.fake.requests().stream()
                    .map(request -> request.operation().split("\\.")[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(20, groups.size(), "groups with an example: " + groups);
        }
    }

    private static List<String> examples() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String section =
                SECTION.matcher(readme).results().findFirst().orElseThrow().group(1);
        return EXAMPLE.matcher(section)
                .results()
                .map(MatchResult::group)
                .map(example -> EXAMPLE.matcher(example)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1))
                .toList();
    }

    private void compile(List<String> examples) {
        StringBuilder source = new StringBuilder("""
                import io.github.frameiokit.*;
                import io.github.frameiokit.client.*;
                import io.github.frameiokit.client.model.*;
                import io.github.frameiokit.client.request.*;
                import jakarta.json.JsonObject;
                import jakarta.ws.rs.GET;
                import jakarta.ws.rs.Produces;
                import jakarta.ws.rs.core.MediaType;
                import java.net.URI;
                import java.nio.file.Path;
                import java.time.LocalDate;
                import java.util.Optional;
                public class Examples {
                    static final String accountId = "an-account", workspaceId = "a-workspace", projectId = "a-project",
                            folderId = "a-folder", fileId = "a-file", otherFileId = "another", commentId = "a-comment",
                            userId = "a-user", fieldId = "00000000-0000-4000-8000-000000000001";
                    static void log(Object what) {}
                """);
        for (int i = 0; i < examples.size(); i++) {
            String example = examples.get(i);
            source.append(
                    example.startsWith(DECLARATION)
                            ? example.replace("@Path", "@jakarta.ws.rs.Path")
                            : "public static void example" + i + "(FrameioClient frameio, Path movie, Path copy) {\n"
                                    + example + "}\n");
        }
        source.append("}\n");
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Examples.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter problems = new StringWriter();
        assertTrue(
                ToolProvider.getSystemJavaCompiler()
                        .getTask(
                                problems,
                                null,
                                null,
                                Arrays.asList(
                                        "-proc:none",
                                        "-d",
                                        folder.toString(),
                                        "-cp",
                                        System.getProperty("java.class.path")),
                                null,
                                List.of(file))
                        .call(),
                problems::toString);
    }
}
