package io.github.frameiokit.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.WebhookType;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.WebhookHandler;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an app's handlers say that it registers. */
class ManifestTest {

    private static Manifest manifest(Map<String, String> properties, Handler... handlers) {
        return Manifest.of(
                new Handlers(List.of(handlers), false, false, false),
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(properties, "test", 100))
                        .build());
    }

    private static Handler webhook(String... types) {
        return new WebhookHandler(id(String.join(" ", types)), List.of(types), false, "");
    }

    private static Handler action(String type, String title, String description) {
        return new ActionHandler(id(type), type, title, description, Set.of(), false, false, "");
    }

    private static Handler.Id id(String method) {
        return new Handler.Id("Handlers", method, List.of());
    }

    private static List<String> types(Manifest manifest) {
        return manifest.webhook().orElseThrow().types();
    }

    @Test
    void oneWebhookHasTheTypesOfAllHandlers() {
        assertEquals(
                List.of("comment.created", "file.created", "file.ready"),
                types(manifest(
                        Map.of(),
                        webhook("file.ready", "comment.created"),
                        webhook("file.ready"),
                        webhook("file.created"))));
    }

    @Test
    void aFamilyStandsForItsDocumentedTypes() {
        assertEquals(
                List.of("collection.created", "collection.deleted", "collection.updated"),
                types(manifest(Map.of(), webhook("collection.*"))));
    }

    @Test
    void allStandsForEveryDocumentedType() {
        List<String> all = types(manifest(Map.of(), webhook("*")));
        assertEquals(WebhookType.class.getFields().length, all.size());
    }

    @Test
    void aTypeThatIsntDocumentedIsRegisteredAsItIs() {
        Manifest manifest = manifest(Map.of(), webhook("review.started"));
        assertEquals(List.of("review.started"), types(manifest));
        assertEquals(List.of(), manifest.unknown());
    }

    @Test
    void aFamilyThatIsntDocumentedIsUnknown() {
        Manifest manifest = manifest(Map.of(), webhook("review.*"), webhook("review.*", "file.ready"));
        assertEquals(List.of("file.ready"), types(manifest));
        assertEquals(List.of("review.*"), manifest.unknown());
        assertEquals(Optional.empty(), manifest(Map.of(), webhook("review.*")).webhook());
    }

    @Test
    void anActionWithoutADescriptionIsDescribedByItsName() {
        Manifest manifest = manifest(Map.of(), action("b", "Second", ""), action("a", "First", "Does the first thing"));
        assertEquals(Optional.empty(), manifest.webhook());
        assertEquals(
                List.of("Does the first thing", "Second"),
                manifest.actions().stream().map(Manifest.Item::description).toList());
    }

    @Test
    void theWebhookIsNamedAsTheApp() {
        Map<String, String> address = Map.of("frameio.base-url", "https://app.example.com/x");
        Map<String, String> name = Map.of("frameio.base-url", "https://app.example.com", "frameio.app.name", "Dailies");
        assertEquals(
                "app.example.com",
                manifest(address, webhook("*")).webhook().orElseThrow().name());
        assertEquals(
                "Dailies", manifest(name, webhook("*")).webhook().orElseThrow().name());
    }

    @Test
    void itsJsonHasTheNamesOfFrameiosApi() {
        assertEquals(
                "{\"webhook\":{\"name\":\"This app\",\"events\":[\"file.ready\"]},"
                        + "\"actions\":[{\"event\":\"ask\",\"name\":\"Ask\",\"description\":\"Asks\"}]}",
                manifest(Map.of(), webhook("file.ready"), action("ask", "Ask", "Asks"))
                        .json()
                        .toString());
    }
}
