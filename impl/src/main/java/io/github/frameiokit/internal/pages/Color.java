package io.github.frameiokit.internal.pages;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A color, and how well it can be told from others. An app may choose any color, also one in which no text could be
 * read.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, 1.4.3</a>
 */
record Color(int red, int green, int blue) {

    static final Color WHITE = new Color(255, 255, 255);
    static final Color BLACK = new Color(0, 0, 0);

    private static final int MOST = 255;
    private static final int HEX = 16;
    private static final int STEPS = 100;

    /** Reads {@code #rrggbb}. */
    static Color of(String text) {
        int rgb = Integer.parseInt(text.substring(1), HEX);
        return new Color(rgb >> 16 & MOST, rgb >> 8 & MOST, rgb & MOST);
    }

    /** The contrast of two colors, from 1 to 21. */
    double contrast(Color other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** Black or white, whichever can be read better on this color. Its contrast is never less than 4.5. */
    Color text() {
        return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
    }

    /** This color, as much darker or lighter as it takes to have that contrast with a light or dark background. */
    Color on(Color background, double contrast) {
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> towards(background.text(), (double) step / STEPS))
                .filter(color -> color.contrast(background) >= contrast)
                .findFirst()
                .orElse(background.text());
    }

    private Color towards(Color other, double share) {
        return new Color(mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    private double luminance() {
        double[] linear = DoubleStream.of(red, green, blue)
                .map(part -> part / MOST)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    /** As CSS has it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }
}
