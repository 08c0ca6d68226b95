package io.github.frameiokit.published;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A {@code @FrameioTest} without a list, in a project as Maven lays it out: the app and its tests in folders. */
class FoldersIT {

    @Test
    void theBeansOfTheAppAreFound(@TempDir Path project) throws Exception {
        Files.writeString(project.resolve("Handlers.java"), """
                package app;

                import io.github.frameiokit.Action;
                import io.github.frameiokit.ActionEvent;
                import io.github.frameiokit.response.Message;
                import jakarta.enterprise.context.ApplicationScoped;
                import jakarta.enterprise.event.Observes;

                @ApplicationScoped
                class Handlers {
                    Message greet(@Observes @Action("greeting") ActionEvent event) {
                        return Message.of("Greeting", "Hello, world!");
                    }
                }
                """);
        // in the test kit's package, to start an app without JUnit
        Files.writeString(project.resolve("Start.java"), """
                package io.github.frameiokit.testkit;

                @FrameioTest
                class Start {
                    public static void main(String[] args) {
                        FrameioApp app = FrameioApp.start(Start.class, Start.class.getAnnotation(FrameioTest.class));
                        System.out.println(app.deliver(FrameioEvents.action("greeting")).message());
                        app.close();
                    }
                }
                """);
        String jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Programs.jdk(project, "javac", "-proc:none", "-d", "classes", "-cp", jars, "Handlers.java");
        Programs.jdk(project, "javac", "-proc:none", "-d", "test-classes", "-cp", jars, "Start.java");

        String classPath = String.join(
                File.pathSeparator,
                project.resolve("test-classes").toString(),
                project.resolve("classes").toString(),
                jars);
        String output = Programs.jdk(project, "java", "-cp", classPath, "io.github.frameiokit.testkit.Start");
        assertTrue(output.contains("Message[title=Greeting, description=Hello, world!]"), output);
    }
}
