package io.github.frameiokit.published;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code @FrameioTest} says if the tests' class path lacks something that it needs. */
class MissingJarsIT {

    private static final String[] STANDARDS = {
        "frameio-kit-api",
        "frameio-kit-testkit",
        "jakarta.jakartaee-web-api",
        "parsson",
        "junit-jupiter-api",
        "junit-platform-commons"
    };

    @TempDir
    private Path folder;

    /** In the test kit's package, to start an app without JUnit. */
    @BeforeEach
    void compile() throws Exception {
        Files.writeString(folder.resolve("Start.java"), """
                package io.github.frameiokit.testkit;

                @FrameioTest(Start.class)
                class Start {
                    public static void main(String[] args) {
                        FrameioApp.start(Start.class, Start.class.getAnnotation(FrameioTest.class));
                    }
                }
                """);
        Programs.jdk(folder, "javac", "-proc:none", "-d", ".", "-cp", Programs.jarsNamed(STANDARDS), "Start.java");
    }

    @Test
    void itNamesTheKit() throws Exception {
        assertSays("@FrameioTest needs io.github.frameiokit:frameio-kit in the test kit's version");
    }

    @Test
    void itNamesAnImplementationOfMicroProfileConfig() throws Exception {
        String sentence = "@FrameioTest needs an implementation of MicroProfile Config";
        assertSays(sentence, "frameio-kit");
        assertSays(sentence, "frameio-kit", "microprofile-config-api");
    }

    @Test
    void itNamesAContainer() throws Exception {
        assertSays(
                "@FrameioTest needs a CDI container for Java SE",
                "frameio-kit",
                "microprofile-config-api",
                "smallrye-config",
                "smallrye-config-core",
                "smallrye-config-common",
                "smallrye-common-annotation",
                "smallrye-common-expression",
                "smallrye-common-function",
                "smallrye-common-constraint",
                "smallrye-common-classloader",
                "jboss-logging",
                "asm");
    }

    private void assertSays(String sentence, String... more) throws Exception {
        String classPath = folder
                + Programs.SEPARATOR
                + Programs.jarsNamed(STANDARDS)
                + (more.length > 0 ? Programs.SEPARATOR + Programs.jarsNamed(more) : "");
        String output = Programs.jdk(folder, "java", "-cp", classPath, "io.github.frameiokit.testkit.Start");
        assertTrue(output.contains(sentence), output);
    }
}
