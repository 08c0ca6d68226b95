package io.github.frameiokit.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's Markdown files and their code blocks. */
final class Papers {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> FOLDERS =
            List.of("", ".github", "api", "impl", "liberty-sample", "liberty-sample/cloud", "src-it");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w*)\\R(.*?)^\\1```$");

    /**
     * A code block.
     *
     * @param paper its file, from the project's root
     * @param line the number of its first line
     * @param language what stands behind the fence, or empty
     * @param text its lines, without the indentation of the fence
     */
    record Block(String paper, long line, String language, String text) {

        @Override
        public String toString() {
            return paper + ":" + line;
        }
    }

    private Papers() {}

    /** All papers, from the project's root. */
    static List<String> all() {
        return FOLDERS.stream().flatMap(Papers::papersIn).toList();
    }

    static String read(String paper) {
        try {
            return Files.readString(ROOT.resolve(paper));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> blocks() {
        return all().stream().flatMap(Papers::blocksOf).toList();
    }

    static List<Block> blocks(String language) {
        return blocks().stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private static Stream<String> papersIn(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Block> blocksOf(String paper) {
        String text = read(paper);
        return BLOCK.matcher(text)
                .results()
                .map(match -> new Block(
                        paper,
                        text.substring(0, match.start(3)).lines().count() + 1,
                        match.group(2),
                        match.group(3).replaceAll("(?m)^" + match.group(1), "")));
    }
}
