package io.github.frameiokit.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** An app that doesn't have JSON-B. */
class WithoutJsonBTest {

    /** Defines the kit's classes anew, and has no JSON-B. */
    private static final class Without extends ClassLoader {

        Without() {
            super(WithoutJsonBTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.json.bind.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.frameiokit.") || findLoadedClass(name) != null) {
                return super.loadClass(name, resolve);
            }
            try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void theSentenceNamesTheBeanAndTheFix() throws Exception {
        Method check =
                new Without().loadClass(StoredInteractions.class.getName()).getMethod("checkJson", String.class);
        InvocationTargetException thrown =
                assertThrows(InvocationTargetException.class, () -> check.invoke(null, "acme.Pages"));
        assertEquals(
                "acme.Pages is @InteractionScoped, which needs JSON-B (Jakarta JSON Binding), but this app doesn't have"
                        + " it; add it (Open Liberty: the feature jsonb; Quarkus: quarkus-jsonb; Helidon: helidon-jsonb"
                        + " or org.eclipse:yasson).",
                thrown.getCause().getMessage());
    }

    @Test
    void withJsonBThereIsNoProblem() {
        assertDoesNotThrow(() -> StoredInteractions.checkJson("acme.Pages"));
    }
}
