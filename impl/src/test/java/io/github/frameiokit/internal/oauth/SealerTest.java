package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final byte[] ONE = key(1);
    private static final byte[] TWO = key(2);

    private final Sealer sealer = new Sealer(List.of(ONE));

    private static byte[] key(int seed) {
        byte[] key = new byte[Sealer.KEY_BYTES];
        Arrays.fill(key, (byte) seed);
        return key;
    }

    @Test
    void opensWhatItSealed() {
        String sealed = sealer.seal("a", "täxt ☕");
        assertEquals(Optional.of("täxt ☕"), sealer.open("a", sealed));
        assertFalse(sealed.contains("t" + "äxt"));
    }

    @Test
    void sealsEachTimeAnew() {
        assertNotEquals(sealer.seal("a", "text"), sealer.seal("a", "text"));
    }

    @Test
    void opensForNoOtherPurpose() {
        assertEquals(Optional.empty(), sealer.open("b", sealer.seal("a", "text")));
    }

    @Test
    void opensWithAnyKeyAndSealsWithTheFirst() {
        Sealer rotated = new Sealer(List.of(TWO, ONE));
        assertEquals(Optional.of("text"), rotated.open("a", sealer.seal("a", "text")));
        assertEquals(Optional.empty(), sealer.open("a", rotated.seal("a", "text")));
        assertEquals(Optional.of("text"), new Sealer(List.of(TWO)).open("a", rotated.seal("a", "text")));
    }

    @Test
    void opensNothingThatWasChanged() {
        byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal("a", "text"));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertEquals(
                    Optional.empty(),
                    sealer.open("a", Base64.getUrlEncoder().withoutPadding().encodeToString(changed)),
                    "byte " + i);
        }
    }

    @Test
    void opensNothingThatWasCutOff() {
        byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal("a", "text"));
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertEquals(
                    Optional.empty(),
                    sealer.open("a", Base64.getUrlEncoder().withoutPadding().encodeToString(cut)),
                    length + " bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64!", "AAAA", "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void opensNothingElse(String text) {
        assertEquals(Optional.empty(), sealer.open("a", text));
    }
}
