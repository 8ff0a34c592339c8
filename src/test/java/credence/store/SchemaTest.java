package credence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The migrations as files.
class SchemaTest {

    /// Types that H2 and PostgreSQL both have, with the same meaning.
    private static final Set<String> PORTABLE =
            Set.of(
                    "VARCHAR",
                    "BIGINT",
                    "INTEGER",
                    "BOOLEAN",
                    "DOUBLE",
                    "BYTEA",
                    "DECIMAL",
                    "SMALLINT");

    private static List<Path> migrations() throws IOException, URISyntaxException {
        Path folder = Path.of(Schema.class.getResource("/credence/store/migrations").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void theProgramKnowsItsNewestMigration() throws IOException, URISyntaxException {
        int newest =
                migrations().stream()
                        .map(p -> p.getFileName().toString())
                        .mapToInt(n -> Integer.parseInt(n.substring(1, n.indexOf("__"))))
                        .max()
                        .orElseThrow();
        assertEquals(newest, Schema.CURRENT);
    }

    @Test
    void columnsHavePortableTypesOnly() throws IOException, URISyntaxException {
        // A column's line: four spaces, a name in lower case, a type in upper case.
        Pattern column = Pattern.compile("(?m)^ {4}[a-z0-9_]+ ([A-Z]+)");
        Set<String> used = new TreeSet<>();
        for (Path file : migrations()) {
            Matcher m = column.matcher(Files.readString(file));
            while (m.find()) {
                used.add(m.group(1).toUpperCase(Locale.ROOT));
            }
        }
        assertTrue(used.contains("BIGINT") && used.contains("VARCHAR"), "read nothing: " + used);
        used.removeAll(PORTABLE);
        assertEquals(Set.of(), used);
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertTrue(Provenance.compareVersions("2.4.240", "2.10.1") < 0);
        assertTrue(Provenance.compareVersions("2.5.252", "2.4.240") > 0);
        assertEquals(0, Provenance.compareVersions("2.4.240", "2.4.240"));
        assertTrue(Provenance.compareVersions("2.4.240.1", "2.4.240") > 0);
    }
}
