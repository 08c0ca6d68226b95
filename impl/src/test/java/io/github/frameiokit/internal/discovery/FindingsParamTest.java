package io.github.frameiokit.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.ResourceType;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.WebhookHandler;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsParamTest {

    private static final int MANY = 5_000;

    @Test
    void whatIsReadIsWhatWasWritten() {
        Findings findings = new Findings(
                new Handlers(
                        List.of(
                                new WebhookHandler(id("ready"), List.of("file.ready", "file.*"), true, ""),
                                new ActionHandler(
                                        id("greet"),
                                        "greeting",
                                        "3:Grüße \uD83C\uDFAC\n\0",
                                        "Greets.",
                                        Set.of(ResourceType.FILE, ResourceType.FOLDER),
                                        true,
                                        false,
                                        "app.secret")),
                        true,
                        true,
                        false),
                true,
                Optional.of("Beans"),
                Optional.empty(),
                Optional.of("Wizard"),
                Optional.of("Queue"),
                false,
                true,
                false,
                Optional.of("/api/"));
        Findings read = read(FindingsParam.write(findings));
        assertEquals(findings.handlers().all(), read.handlers().all());
        assertTrue(read.handlers().asynchronous() && read.handlers().signIn() && read.resolver());
        assertEquals(findings.authorizing(), read.authorizing());
        assertEquals(findings.ownStore(), read.ownStore());
        assertEquals(findings.interactionBean(), read.interactionBean());
        assertEquals(findings.ownQueue(), read.ownQueue());
        assertEquals(findings.client(), read.client());
        assertEquals(findings.applicationPath(), read.applicationPath());
    }

    @Test
    void thousandsOfHandlersAreFewStringsThatFitIntoConstantsOfAClass() {
        List<Handler> handlers = IntStream.range(0, MANY)
                .mapToObj(i -> (Handler) new ActionHandler(
                        id("method" + i), "type-" + i, "視".repeat(20), "", Set.of(), false, false, ""))
                .toList();
        String[] strings = FindingsParam.write(new Findings(
                new Handlers(handlers, false, false, false),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty()));
        assertTrue(strings.length < 100, () -> strings.length + " strings");
        assertTrue(Stream.of(strings).allMatch(string -> string.length() <= FindingsParam.MOST_CHARACTERS));
        assertEquals(handlers, read(strings).handlers().all());
    }

    private static Handler.Id id(String method) {
        return new Handler.Id("app.Handlers", method, List.of("io.github.frameiokit.ActionEvent"));
    }

    private static Findings read(String[] strings) {
        return FindingsParam.read(new Parameters() {
            @Override
            public <T> T get(String key, Class<T> type) {
                assertEquals(FindingsParam.NAME, key);
                return type.cast(strings);
            }

            @Override
            public <T> T get(String key, Class<T> type, T otherwise) {
                return get(key, type);
            }
        });
    }
}
