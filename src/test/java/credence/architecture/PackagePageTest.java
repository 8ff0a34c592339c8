package credence.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The table of packages in `docs/architecture.md` is the packages there are.
class PackagePageTest {

    private static final Path SOURCES = Path.of("src/main/java/credence");
    private static final Pattern NAME = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*)`");

    private static TreeSet<String> packages() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(f -> f.endsWith("package-info.java"))
                    .map(f -> SOURCES.relativize(f.getParent()).toString().replace('/', '.'))
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }
        return names;
    }

    @Test
    void everyPackageStandsInTheTableAndNothingElse() throws IOException {
        TreeSet<String> told = new TreeSet<>();
        boolean inTable = false;
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            inTable = line.startsWith("| package |") || (inTable && line.startsWith("|"));
            if (inTable) {
                Matcher name = NAME.matcher(line.substring(0, line.indexOf('|', 2)));
                while (name.find()) {
                    told.add(name.group(1));
                }
            }
        }
        TreeSet<String> missing = packages();
        missing.removeAll(told);
        assertEquals(Set.of(), missing, "add a row for each to docs/architecture.md");
        told.removeAll(packages());
        assertEquals(Set.of(), told, "these packages are no more: remove them");
    }
}
