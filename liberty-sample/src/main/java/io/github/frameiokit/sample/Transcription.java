package io.github.frameiokit.sample;

import static io.github.frameiokit.ResourceType.FILE;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FormData;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.SelectField;
import jakarta.enterprise.event.Observes;

/** Shows a custom action of two steps: a form, and a message about what the user chose. */
@Handlers
class Transcription {

    private static final SelectField LANGUAGE =
            SelectField.of("language", "Language").option("English", "en").option("Spanish", "es");

    private static final Form CHOOSE_LANGUAGE = Form.titled("Choose language")
            .description("Which language is spoken in this file?")
            .field(LANGUAGE.value("en"))
            .build();

    /** Frame.io calls this twice: first without data, and then with the submitted form. */
    ActionResponse transcribe(
            @Observes
                    @Action(
                            value = "transcribe.file",
                            name = "Transcribe",
                            description = "Transcribes a file in the language you choose",
                            on = FILE)
                    ActionEvent event) {
        return event.data().map(Transcription::start).orElse(CHOOSE_LANGUAGE);
    }

    private static ActionResponse start(FormData data) {
        return LANGUAGE.options().stream()
                .filter(option -> option.value().equals(data.text("language")))
                .findFirst()
                .<ActionResponse>map(option -> Message.of("In progress", "Transcribing in " + option.name() + "."))
                .orElseGet(() -> CHOOSE_LANGUAGE.again(data, "Please choose one of the languages."));
    }
}
