package io.github.frameiokit.internal.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorTest {

    @ParameterizedTest
    @CsvSource({"#ffffff, #000000, 21", "#ffffff, #767676, 4.54", "#000000, #767676, 4.62", "#ff0000, #ffffff, 4.00"})
    void contrastIsThatOfTheStandard(String one, String other, double contrast) {
        assertEquals(contrast, Color.of(one).contrast(Color.of(other)), 0.005);
        assertEquals(contrast, Color.of(other).contrast(Color.of(one)), 0.005);
    }

    @Test
    void textCanBeReadOnAnyColor() {
        colors().forEach(color -> assertTrue(
                color.text().contrast(color) >= 4.5,
                () -> color + " " + color.text().contrast(color)));
    }

    @Test
    void anyColorBecomesVisibleOnBothBackgrounds() {
        for (Color background : new Color[] {Color.WHITE, Color.of("#1c1e26")}) {
            colors().forEach(color ->
                    assertTrue(color.on(background, 4.5).contrast(background) >= 4.5, color + " on " + background));
        }
    }

    @Test
    void visibleColorStaysAsItIs() {
        assertEquals("#0a7d55", Color.of("#0A7D55").on(Color.WHITE, 4.5).toString());
        assertEquals("#0a7d55", Color.of("#0a7d55").on(Color.of("#1c1e26"), 3).toString());
    }

    private static Stream<Color> colors() {
        Random random = new Random(16);
        return Stream.concat(
                Stream.of(Color.WHITE, Color.BLACK, Color.of("#777777"), Color.of("#ffff00"), Color.of("#0000ff")),
                Stream.generate(() -> new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)))
                        .limit(2000));
    }
}
