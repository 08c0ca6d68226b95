package io.github.frameiokit.papers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.papers.Papers.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the papers say of the project is true of it. {@link ExamplesTest} runs their Java. */
class PapersTest {

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|`)[^`\\n]*\\bmvn ([^`\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<!\\S)-(pl\\b|Dtest=|Dit\\.test=)\\s*(\\S+)");
    private static final Pattern PATH = Pattern.compile("(?<![\\w$./-])[\\w-]+(?:/[\\w.-]+)+\\.(?:java|yml|md)\\b");
    private static final Pattern COORDINATES = Pattern.compile(
            "(?s)<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>\\s*<version>(.*?)</version>");

    @Test
    void theFrontPageIsShort() {
        long lines = Papers.read("README.md").lines().count();
        assertTrue(lines <= 250, "README.md has " + lines + " lines");
    }

    @Test
    void aTestKnowsEveryKindOfBlock() {
        Set<String> languages =
                Papers.blocks().stream().map(Block::language).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("", "java", "properties", "sh", "sql", "xml"), languages);
        assertEquals(
                List.of("api/README.md", "api/README.md"), // JdbcTableTest, ReadmeStoreTest
                Papers.blocks("sql").stream().map(Block::paper).toList());
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertAll(Papers.all().stream()
                .flatMap(paper -> matches(
                                LINK, FENCED.matcher(Papers.read(paper)).replaceAll(""))
                        .map(match -> match.group(1))
                        .filter(link -> !link.startsWith("https://"))
                        .map(link -> () -> assertTrue(leadsSomewhere(paper, link), paper + " links to " + link))));
    }

    @Test
    void everyPropertyIsTheKitsOrOpenTelemetrys() throws IOException {
        Set<String> settings = Settings.ALL.stream().map(Setting::key).collect(Collectors.toSet());
        Properties texts = new Properties();
        texts.load(Texts.class.getResourceAsStream("messages.properties"));
        assertAll(Papers.blocks("properties").stream().flatMap(block -> {
            Set<String> keys = block.text().startsWith("# frameio-messages") ? texts.stringPropertyNames() : settings;
            return block.text()
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("otel."))
                    .map(line -> () -> assertTrue(keys.contains(line.split("=", 2)[0]), block + ": " + line));
        }));
    }

    /** Modules, test classes and files of commands. */
    @Test
    void everyCommandNamesWhatExists() {
        assertAll(Papers.all().stream()
                .flatMap(paper -> Stream.concat(
                                matches(COMMAND, Papers.read(paper)).flatMap(match -> namedBy(match.group(1))),
                                Papers.blocks("sh").stream()
                                        .filter(block -> block.paper().equals(paper))
                                        .flatMap(block ->
                                                matches(PATH, block.text()).map(MatchResult::group)))
                        .map(name -> () -> assertTrue(exists(name), paper + " names " + name))));
    }

    @Test
    void theDependenciesAreTheApiAndTheKit() throws IOException {
        List<Block> blocks = Papers.blocks("xml");
        assertEquals(2, blocks.size(), blocks.toString());
        assertEquals(List.of(coordinates("api/pom.xml"), coordinates("impl/pom.xml")), coordinates(blocks.get(0)));
    }

    @Test
    void theDependenciesOfDurableDeliveryAreTheOnesThatAreTested() throws IOException {
        String pom = Files.readString(Papers.ROOT.resolve("pom.xml"));
        assertEquals(
                List.of(
                        List.of("com.github.kagkarlsson", "db-scheduler", version(pom, "db-scheduler")),
                        List.of("org.slf4j", "slf4j-jdk14", version(pom, "slf4j"))),
                coordinates(Papers.blocks("xml").get(1)));
    }

    private static String version(String pom, String library) {
        return pom.replaceAll("(?s).*<" + library + ".version>(.*?)<.*", "$1");
    }

    private static List<List<String>> coordinates(Block block) {
        return matches(COORDINATES, block.text())
                .map(it -> List.of(it.group(1), it.group(2), it.group(3)))
                .toList();
    }

    private static List<String> coordinates(String path) throws IOException {
        String pom = Files.readString(Papers.ROOT.resolve(path));
        MatchResult parent = matches(COORDINATES, pom).findFirst().orElseThrow();
        String artifact = pom.split("</parent>")[1].replaceAll("(?s).*?<artifactId>(.*?)</artifactId>.*", "$1");
        return List.of(parent.group(1), artifact, parent.group(3));
    }

    private static Stream<MatchResult> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static boolean leadsSomewhere(String paper, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty()
                ? Papers.ROOT.resolve(paper)
                : Papers.ROOT.resolve(paper).resolveSibling(parts[0]).normalize();
        return Files.exists(file)
                && (parts.length == 1
                        || matches(
                                        HEADING,
                                        FENCED.matcher(Papers.read(Papers.ROOT
                                                        .relativize(file)
                                                        .toString()))
                                                .replaceAll(""))
                                .anyMatch(heading -> anchor(heading.group(1)).equals(parts[1])));
    }

    /** The anchor that GitHub gives a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    private static Stream<String> namedBy(String command) {
        return matches(OPTION, command)
                .flatMap(option -> Stream.of(option.group(2).split(","))
                        .filter(name -> !name.equals("none") && !name.startsWith("$"))
                        .map(name -> option.group(1).equals("pl") ? name + "/pom.xml" : name + ".java"));
    }

    private static boolean exists(String name) {
        return name.contains("/")
                ? Files.exists(Papers.ROOT.resolve(name))
                : sources().contains(name);
    }

    private static Set<String> sources() {
        try (Stream<Path> modules = Stream.of(
                        "api", "impl", "liberty-sample", "src-it/testkit", "src-it/suite", "src-it/tour")
                .map(Papers.ROOT::resolve)) {
            return modules.flatMap(module -> {
                        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                            return files.map(Path::getFileName).map(Path::toString).toList().stream();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.toSet());
        }
    }
}
