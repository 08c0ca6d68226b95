package io.github.frameiokit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @Test
    void defaultPathsAreTheResourcesOwn() {
        assertEquals(new Paths("frameio", "frameio/oauth"), paths(Map.of()));
    }

    @Test
    void pathOfSigningInFollowsThatOfEvents() {
        Paths paths = paths(Map.of("frameio.path", "/hooks/frameio/"));
        assertEquals("hooks/frameio", paths.events());
        assertEquals("hooks/frameio/oauth/login", paths.login());
        assertEquals("hooks/frameio/oauth/callback", paths.callback());
    }

    @Test
    void slashIsThePathOfTheApplication() {
        Paths paths = paths(Map.of("frameio.path", "/", "frameio.oauth.path", "auth"));
        assertEquals(new Paths("", "auth"), paths);
        assertEquals("auth/callback", paths.callback());
        assertEquals("oauth/callback", paths(Map.of("frameio.path", "/")).callback());
    }

    @Test
    void configuredPathsLeadToTheResourcesForTheirMethodsOnly() {
        Paths paths = paths(Map.of("frameio.path", "/", "frameio.oauth.path", "auth"));
        assertEquals(Optional.of("frameio"), paths.ofResource("POST", "/"));
        assertEquals(Optional.of("frameio"), paths.ofResource("POST", ""));
        assertEquals(Optional.of("frameio/oauth/login"), paths.ofResource("GET", "/auth/login"));
        assertEquals(Optional.of("frameio/oauth/callback"), paths.ofResource("GET", "auth/callback"));
        assertEquals(Optional.empty(), paths.ofResource("GET", "/"));
        assertEquals(Optional.empty(), paths.ofResource("POST", "auth/callback"));
        assertEquals(Optional.empty(), paths.ofResource("POST", "/frameio"));
        assertEquals(Optional.empty(), paths.ofResource("POST", "/other"));
    }

    @Test
    void configuredPathsMatchEverySpellingThatJaxRsMatches() {
        Paths paths = paths(Map.of("frameio.path", "hooks"));
        assertEquals(Optional.of("frameio"), paths.ofResource("POST", "/hooks;a=b"));
        assertEquals(Optional.of("frameio/oauth/login"), paths.ofResource("GET", "hooks;a/oauth;b=c/login;d/"));
        assertEquals(Optional.of("frameio/oauth/login"), paths.ofResource("HEAD", "hooks/oauth/login"));
        assertEquals(Optional.empty(), paths.ofResource("HEAD", "hooks"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "frameio", "/frameio", "hooks/frameio/", "v1.0/~me/a_b-c", ".well-known/frameio", "..."})
    void pathOfPlainSegmentsIsAccepted(String path) {
        assertTrue(Paths.isPath(path), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//",
                "a//b",
                "..",
                "a/../b",
                "./a",
                "a/..",
                "a/.",
                "{id}",
                "a/{id}",
                "https://example.com/frameio",
                "//example.com",
                "a b",
                "a?b",
                "a#b",
                "a%2Fb",
                "a;b",
                "a\\b",
                "ä",
                "*",
                "a/*"
            })
    void otherPathIsRefused(String path) {
        assertFalse(Paths.isPath(path), path);
    }

    @Test
    void registrationsAreBelowThePathOfEvents() {
        String id = "0123456789_-abcdefghijABCDEFGHIJXY";
        Paths hooks = paths(Map.of("frameio.path", "hooks"));
        assertEquals("hooks/i/" + id, hooks.registered(id));
        assertEquals(Optional.of("frameio/i/" + id), hooks.ofResource("POST", "/hooks/i/" + id));
        assertEquals(Optional.of("frameio/i/" + id), hooks.ofResource("POST", "hooks/i/" + id + "/"));
        assertEquals(
                Optional.of("frameio/i/" + id),
                paths(Map.of("frameio.path", "/")).ofResource("POST", "i/" + id));
        for (String other :
                List.of("hooks/i", "hooks/i/", "hooks/i/short", "hooks/i/" + id + "x", "i/" + id, "x/hooks/i/" + id)) {
            assertEquals(Optional.empty(), hooks.ofResource("POST", other), other);
        }
        assertEquals(Optional.empty(), hooks.ofResource("GET", "hooks/i/" + id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://app.example.com/app", "https://app.example.com/app/", "https://app.example.com/app//"})
    void anAddressHasOneSlashBeforeThePathHoweverTheBaseEnds(String base) {
        assertEquals(URI.create("https://app.example.com/app/frameio"), Paths.under(URI.create(base), "frameio"));
    }

    private static Paths paths(Map<String, String> values) {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new io.smallrye.config.PropertiesConfigSource(values, "test", 100))
                .build();
        return Paths.of(config);
    }
}
