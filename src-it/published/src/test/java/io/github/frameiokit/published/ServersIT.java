package io.github.frameiokit.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the suite's page says about the servers. */
class ServersIT {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path SUITE = ROOT.resolve("src-it");
    private static final Pattern PROPERTY = Pattern.compile("<([a-z.-]+\\.version)>([^<]+)</");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");
    /** A row begins with the module, the server, and the version, which may have a remark. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|[^|]+\\| ([0-9][^ ,]*)[^|]*\\|");

    @Test
    void theTableHasEachServersVersionFromItsPom() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        ROW.matcher(Files.readString(SUITE.resolve("README.md")))
                .results()
                .forEach(row -> documented.put(row.group(1), row.group(2)));

        Map<String, String> declared = versions();
        assertFalse(declared.isEmpty());
        assertEquals(declared, documented);
    }

    /** The version of each module that has a server's log. */
    private static Map<String, String> versions() throws IOException {
        Map<String, String> inherited = properties(ROOT);
        inherited.putAll(properties(SUITE));
        Map<String, String> versions = new TreeMap<>();
        try (Stream<Path> folders = Files.list(SUITE)) {
            for (Path folder : folders.filter(ServersIT::runsTheSuite).toList()) {
                String version = properties(folder).get("server.version");
                Matcher reference = REFERENCE.matcher(version);
                versions.put(
                        folder.getFileName().toString(),
                        reference.matches() ? inherited.get(reference.group(1)) : version);
            }
        }
        return versions;
    }

    private static boolean runsTheSuite(Path folder) {
        Path pom = folder.resolve("pom.xml");
        try {
            return Files.exists(pom) && Files.readString(pom).contains("<server.log>");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> properties(Path folder) throws IOException {
        Map<String, String> properties = new TreeMap<>();
        for (MatchResult property : PROPERTY.matcher(Files.readString(folder.resolve("pom.xml")))
                .results()
                .toList()) {
            properties.put(property.group(1), property.group(2));
        }
        return properties;
    }
}
