package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JdbcTableTest {

    private static final Path GUIDE = Path.of("../api/README.md");

    @Test
    void theGuideShowsTheTableThatTheKitCreates() throws IOException {
        String ddl = String.join(";", JdbcTable.POSTGRESQL.ddl("frameio_deliveries"));
        assertTrue(flat(Files.readString(GUIDE)).contains(flat(ddl)), ddl);
    }

    private static String flat(String source) {
        return source.replaceAll("\\s+", "");
    }
}
