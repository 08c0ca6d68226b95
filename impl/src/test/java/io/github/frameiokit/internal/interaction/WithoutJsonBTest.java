package io.github.frameiokit.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.internal.HidingLoader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** An app that doesn't have JSON-B. */
class WithoutJsonBTest {

    @Test
    void theSentenceNamesTheBeanAndTheFix() throws Exception {
        Method check = new HidingLoader("jakarta.json.bind.")
                .loadClass(StoredInteractions.class.getName())
                .getMethod("checkJson", String.class);
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
