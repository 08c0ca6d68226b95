package io.github.frameiokit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Handlers are methods: a test calls them and looks at what they return. */
class ActionsTest {

    private final Actions actions = new Actions();

    @Test
    void asksForTheLanguageFirst() {
        Form form = assertInstanceOf(Form.class, actions.transcribe(transcribe("{}")));

        assertEquals("Choose language", form.title());
    }

    @Test
    void transcribesInTheLanguageThatTheUserChose() {
        assertEquals(Message.of("In progress", "Transcribing in Spanish."), actions.transcribe(transcribe("""
                        {"language": "es"}""")));
    }

    private static ActionEvent transcribe(String data) {
        String json = """
                {"type": "transcribe.file", "data": %s}""".formatted(data);
        return ActionEvent.of(Json.createReader(new StringReader(json)).readObject(), Instant.now());
    }
}
