package io.github.frameiokit.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.rest.FrameioResources;
import io.github.frameiokit.signing.Signature;
import io.github.frameiokit.testkit.FakeFrameio;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Qualifier;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import java.io.File;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How apps compile with the published jars, which are automatic modules: CDI and JAX-RS want the kit's packages open,
 * and no server reads a module's declaration. Their names are stable, so that an app may be a module.
 */
class CompilingIT {

    private static final Set<String> MODULES =
            Set.of("io.github.frameiokit", "io.github.frameiokit.impl", "io.github.frameiokit.testkit");

    @Test
    void anAppThatIsAModuleCompilesAndRuns(@TempDir java.nio.file.Path app) throws Exception {
        String modulePath = Programs.jars(Signature.class, FrameioResources.class, FakeFrameio.class, Path.class);
        Files.writeString(app.resolve("module-info.java"), """
                module app {
                    requires io.github.frameiokit;
                    requires io.github.frameiokit.impl;
                    requires io.github.frameiokit.testkit;
                }
                """);
        Files.writeString(app.resolve("Main.java"), """
                package app;

                import io.github.frameiokit.rest.FrameioResources;
                import io.github.frameiokit.signing.Signature;
                import io.github.frameiokit.testkit.FakeFrameio;

                class Main {
                    public static void main(String[] args) {
                        System.out.println(Signature.isWellFormed(Signature.sign("secret", "1", new byte[0])));
                        System.out.println(FrameioResources.classes().isEmpty());
                        System.out.println(FakeFrameio.class.getModule().getName());
                    }
                }
                """);

        assertEquals(
                "", Programs.jdk(app, "javac", "-p", modulePath, "-d", "classes", "module-info.java", "Main.java"));
        assertEquals(
                "true%nfalse%nio.github.frameiokit.testkit%n".formatted(),
                Programs.jdk(app, "java", "-p", "classes" + File.pathSeparator + modulePath, "-m", "app/app.Main"));
    }

    @Test
    void noPackageIsInTwoModules() {
        Map<String, String> moduleOfPackage = new HashMap<>();
        Set<String> modules = ModuleFinder.of(Stream.of(Signature.class, FrameioResources.class, FakeFrameio.class)
                        .map(type -> java.nio.file.Path.of(Programs.jar(type)))
                        .toArray(java.nio.file.Path[]::new))
                .findAll()
                .stream()
                .map(ModuleReference::descriptor)
                .peek(module -> module.packages()
                        .forEach(name -> assertEquals(null, moduleOfPackage.put(name, module.name()), name)))
                .map(module -> module.name())
                .collect(Collectors.toSet());

        assertEquals(MODULES, modules);
    }

    @Test
    void anAppWithStrictWarningsCompilesWithoutJSpecify(@TempDir java.nio.file.Path app) throws Exception {
        String classPath =
                Programs.jars(Signature.class, Path.class, JsonObject.class, Observes.class, Qualifier.class);
        Files.writeString(app.resolve("Handlers.java"), """
                import io.github.frameiokit.Webhook;
                import io.github.frameiokit.WebhookEvent;
                import io.github.frameiokit.client.FrameioClient;
                import io.github.frameiokit.client.TransferException;
                import io.github.frameiokit.client.request.MetadataUpdate;
                import jakarta.enterprise.event.Observes;

                class Handlers {
                    String ready(@Observes @Webhook("file.ready") WebhookEvent event, FrameioClient client) {
                        MetadataUpdate nothing = MetadataUpdate.of(event.resourceId());
                        return client.files() + event.resourceId() + nothing
                                + new TransferException("no space", "file", null);
                    }
                }
                """);

        assertEquals(
                "",
                Programs.jdk(
                        app, "javac", "-Xlint:all", "-Werror", "-cp", classPath, "-d", "classes", "Handlers.java"));
    }
}
