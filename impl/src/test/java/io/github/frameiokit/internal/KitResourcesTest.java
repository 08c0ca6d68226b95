package io.github.frameiokit.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.rest.FrameioResources;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** What every endpoint of the kit says of itself. */
class KitResourcesTest {

    private final List<Method> endpoints = FrameioResources.classes().stream()
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(KitResourcesTest::isEndpoint)
            .toList();

    @Test
    void resourceIsOpenEvenIfTheAppDeniesUnannotatedResources() {
        assertTrue(endpoints.size() > 2);
        endpoints.forEach(method -> {
            assertTrue(method.getDeclaringClass().isAnnotationPresent(PermitAll.class), method.toString());
            assertFalse(method.isAnnotationPresent(PermitAll.class), "Payara would ask who calls " + method);
        });
    }

    @Test
    void resourceIsHiddenFromTheAppsOpenApiDocument() {
        endpoints.forEach(
                method -> assertTrue(method.getAnnotation(Operation.class).hidden(), method.toString()));
    }

    private static boolean isEndpoint(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
    }
}
