package io.github.frameiokit.tour;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Shrinks a picture of a page: keeps its most frequent colors, and replaces every other color with the nearest of them.
 */
final class Palette {

    private static final int COLORS = 256;
    /** Colors that are nearer to each other look the same. */
    private static final int DISTANCE = 50;

    private Palette() {}

    static void reduce(Path png) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        IntStream.of(pixels).forEach(color -> counts.merge(color, 1, Integer::sum));
        List<Integer> frequent = counts.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(color -> -counts.get(color))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Integer> distinct = new ArrayList<>();
        for (int color : frequent) {
            if (distinct.size() < COLORS && distinct.stream().allMatch(it -> distance(it, color) > DISTANCE)) {
                distinct.add(color);
            }
        }
        int[] kept = distinct.stream().mapToInt(Integer::intValue).toArray();
        Map<Integer, Integer> nearest = new HashMap<>();
        BufferedImage reduced = new BufferedImage(
                image.getWidth(),
                image.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, kept.length, kept, 0, false, -1, DataBuffer.TYPE_BYTE));
        for (int i = 0; i < pixels.length; i++) {
            int index = nearest.computeIfAbsent(pixels[i], color -> nearest(color, kept));
            reduced.getRaster().setSample(i % image.getWidth(), i / image.getWidth(), 0, index);
        }
        ImageIO.write(reduced, "png", png.toFile());
    }

    private static int nearest(int color, int... kept) {
        return IntStream.range(0, kept.length)
                .boxed()
                .min(Comparator.comparingInt(index -> distance(color, kept[index])))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        return IntStream.of(0, 8, 16)
                .map(shift -> (one >> shift & 0xFF) - (other >> shift & 0xFF))
                .map(difference -> difference * difference)
                .sum();
    }
}
