package io.github.frameiokit.papers;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's table of log lines is that of the sources, and its chapter on troubleshooting uses these lines. */
class LogLinesTest {

    private static final String GUIDE = Papers.read("api/README.md");
    private static final List<LogStatement> STATEMENTS = LogStatement.all();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z, ]+) \\| `(.*?)` \\| `(.*?)` \\| (.*) \\|$");
    private static final Pattern CODE = Pattern.compile("`(.*?)`");
    private static final int SHORTEST = 12;

    /** A row of the table. */
    private record Row(Set<String> levels, String logger, String line) {

        boolean describes(LogStatement statement) {
            return statement.logger().equals(logger)
                    && statement.texts().stream().anyMatch(this::begins);
        }

        /** Whether a text may begin like the line, which may have names in the place of its {@code …}. */
        boolean begins(String text) {
            String literal = Arrays.stream(text.split("…"))
                    .filter(it -> !it.isBlank())
                    .findFirst()
                    .orElse(text);
            String own = line.replaceFirst("^…", "").strip();
            boolean enough = line.contains(literal.strip())
                    || own.length() >= SHORTEST && literal.strip().startsWith(own);
            Matcher matcher = Pattern.compile(Arrays.stream(text.split("…", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*?")))
                    .matcher(line);
            return enough && (matcher.matches() || matcher.hitEnd());
        }
    }

    private static List<Row> rows() {
        return ROW.matcher(chapter("### Logs", "\n### "))
                .results()
                .map(it -> new Row(Set.of(it.group(1).split(", ")), it.group(2), it.group(3)))
                .toList();
    }

    private static String chapter(String heading, String end) {
        int begin = GUIDE.indexOf(heading + "\n") + heading.length();
        return GUIDE.substring(begin, GUIDE.indexOf(end, begin));
    }

    @Test
    void theSourcesAreRead() {
        LogStatement slow = STATEMENTS.stream()
                .filter(it -> it.logger().equals("events.Exchanges"))
                .findFirst()
                .orElseThrow();
        assertEquals(Set.of("WARNING"), slow.levels());
        assertEquals(
                Set.of("… took more than … s for …; Frame.io gives up after 5 s and sends the event again, so move slow"
                        + " work to @ObservesAsync."),
                slow.texts());
    }

    @Test
    void everyWarningAndErrorOfTheSourcesIsInTheGuide() {
        List<Row> rows = rows();
        assertAll(STATEMENTS.stream()
                .filter(LogStatement::isTrouble)
                .flatMap(statement -> statement.texts().stream()
                        .map(text -> () -> assertTrue(
                                rows.stream()
                                        .anyMatch(row -> row.logger().equals(statement.logger()) && row.begins(text)),
                                "api/README.md, Logs: " + statement.levels() + " " + statement.logger() + " "
                                        + text))));
    }

    @Test
    void everyLineOfTheGuideIsInTheSources() {
        assertAll(rows().stream().map(row -> () -> {
            Set<String> levels = STATEMENTS.stream()
                    .filter(row::describes)
                    .flatMap(it -> it.levels().stream())
                    .collect(Collectors.toSet());
            assertTrue(levels.containsAll(row.levels()), "api/README.md, Logs: " + row + ", but the code: " + levels);
        }));
    }

    @Test
    void troubleshootingUsesLinesOfTheTable() {
        List<String> lines = rows().stream().map(Row::line).toList();
        List<String[]> symptoms = chapter("### Troubleshooting", "\n## ")
                .lines()
                .filter(it -> it.startsWith("| ") && !it.startsWith("| symptom"))
                .map(it -> it.split(" \\| "))
                .toList();
        assertTrue(symptoms.size() > 20, symptoms.size() + " rows");
        assertAll(symptoms.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(() -> assertEquals(4, row.length, row[0])),
                        CODE.matcher(row[1])
                                .results()
                                .map(it -> () -> assertTrue(
                                        lines.contains(it.group(1)),
                                        "api/README.md, Troubleshooting: " + it.group(1))))));
    }
}
