package io.github.frameiokit.internal.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final String KEY = "the-key-of-this-start";

    private final Gate gate = new Gate(KEY);
    private final Map<String, List<String>> headers = new HashMap<>(Map.of("host", List.of("localhost:9080")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:9080",
                "127.0.0.1",
                "127.0.0.1:65535",
                "[::1]",
                "[::1]:9080",
            })
    void aHostOfThisMachineIsLocal(String host) {
        assertTrue(local("Host", host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "example.com",
                "127.evil.com",
                "127.0.0.1.evil.com",
                "localhost.evil.com",
                "evil.com:localhost",
                "localhost@evil.com",
                "localhost:80@evil.com",
                "evil.com/localhost",
                "localhost:evil.com",
                "localhost.",
                "localhost:",
                "localhost:123456",
                "xlocalhost",
                "127.0.0.2",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "0.0.0.0",
                "::1",
                "[::1",
                "[::]",
                "[::ffff:127.0.0.1]",
                "localhost, evil.com",
                "localhost\nevil.com",
            })
    void anotherHostIsNotLocal(String host) {
        assertFalse(local("Host", host));
    }

    @Test
    void aMissingOrSecondHostIsNotLocal() {
        headers.remove("host");
        assertFalse(gate.isLocal(call(Optional.empty())));
        headers.put("host", List.of("localhost", "localhost"));
        assertFalse(gate.isLocal(call(Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "X-Forwarded-For",
                "x-forwarded-host",
                "X-Forwarded-Anything",
                "Via",
                "VIA",
                "X-Real-IP",
                "CF-Connecting-IP",
                "cf-ray",
                "Cdn-Loop",
                "ngrok-skip-browser-warning",
                "X-Original-Host",
                "Tailscale-User-Login",
            })
    void whatAProxyOrTunnelAddsIsNotLocalEvenWithoutAValue(String header) {
        assertFalse(local(header, ""));
    }

    @ParameterizedTest
    @CsvSource({"same-origin,true", "none,true", "same-site,false", "cross-site,false", "'',false"})
    void anotherSiteIsNotLocal(String site, boolean local) {
        assertEquals(local, local("Sec-Fetch-Site", site));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:9080,true",
        "https://localhost:9080,true",
        "http://localhost:9081,false",
        "http://evil.com,false",
        "null,false"
    })
    void anotherOriginIsNotLocal(String origin, boolean local) {
        assertEquals(local, local("Origin", origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "::1",
                "[::1]",
                "0:0:0:0:0:0:0:1",
                "0:0:0:0:0:0:0:1%0",
                "::ffff:127.0.0.1"
            })
    void aSenderOnThisMachineIsLocal(String sender) {
        assertTrue(gate.isLocal(call(Optional.of(sender))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "192.168.1.2", "fe80::1", "::", "0.0.0.0", "localhost", "", "unknown", "1.2.3"})
    void aSenderOnAnotherMachineIsNotLocal(String sender) {
        assertFalse(gate.isLocal(call(Optional.of(sender))));
    }

    @Test
    void onlyTheKeyItselfOpens() {
        assertFalse(gate.hasKey(call(Optional.empty())));
        headers.put("x-frameio-console-key", List.of(KEY));
        assertTrue(gate.hasKey(call(Optional.empty())));
        headers.put("x-frameio-console-key", List.of(KEY + "x"));
        assertFalse(gate.hasKey(call(Optional.empty())));
        headers.put("x-frameio-console-key", List.of(KEY, KEY));
        assertFalse(gate.hasKey(call(Optional.empty())));
    }

    private boolean local(String header, String value) {
        headers.remove(header.toLowerCase(java.util.Locale.ROOT));
        headers.put(header, List.of(value));
        return gate.isLocal(call(Optional.empty()));
    }

    private Call call(Optional<String> sender) {
        return new Call("GET", "", "", URI.create("http://localhost/"), Call.copy(headers), Optional.empty(), sender);
    }
}
