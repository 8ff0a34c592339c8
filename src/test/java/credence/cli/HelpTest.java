package credence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/// The help as it is generated, and the page of the documentation that is made from it.
class HelpTest {

    private static final Path PAGE = Path.of("docs/command-line.md");

    private final CommandLine root = face().line();

    @Test
    void everyCommandStandsInOneGroupOfTheOverview() {
        TreeSet<String> grouped = new TreeSet<>();
        for (CommandGroups.Group group : CommandGroups.GROUPS) {
            group.commands().forEach(name -> assertTrue(grouped.add(name), name));
        }
        assertEquals(new TreeSet<>(root.getSubcommands().keySet()), grouped);
        String overview = root.getUsageMessage();
        grouped.forEach(name -> assertTrue(overview.contains("\n  " + name + " "), name));
    }

    /// The commands that the product promises.
    @Test
    void everyPromisedCommandIsThere() {
        List<String> promised =
                List.of(
                        "import",
                        "import-bars",
                        "import-rates",
                        "imports",
                        "undo-import",
                        "formats",
                        "profiles",
                        "watch",
                        "trades",
                        "trust",
                        "beliefs",
                        "regimes",
                        "situations",
                        "reset",
                        "settings",
                        "status",
                        "simulate",
                        "lab",
                        "demo",
                        "verify",
                        "help");
        assertEquals(new TreeSet<>(promised), new TreeSet<>(root.getSubcommands().keySet()));
    }

    @Test
    void everyHelpHasAHeadlineExitStatusesAndAnExample() {
        root.getSubcommands()
                .forEach(
                        (name, command) -> {
                            String help = command.getUsageMessage();
                            assertFalse(help.startsWith("Usage"), name);
                            for (String status : List.of("  0 ", "  1 ", "  2 ", "  3 ")) {
                                assertTrue(help.contains(status), name + ": " + help);
                            }
                            if (!name.equals("help")) {
                                assertTrue(help.contains("  credence " + name), name);
                            }
                            help.lines().forEach(l -> assertTrue(l.length() <= 100, l));
                        });
    }

    @Test
    void everyReadingCommandTakesAMoment() {
        for (String name :
                List.of(
                        "trust",
                        "beliefs",
                        "trades",
                        "regimes",
                        "situations",
                        "status",
                        "imports",
                        "settings")) {
            assertTrue(root.getSubcommands().get(name).getUsageMessage().contains("--as-of"), name);
        }
    }

    @Test
    void everyCommandAnswersInJsonAndTakesAWorkspace() {
        root.getSubcommands()
                .forEach(
                        (name, command) -> {
                            String help = command.getUsageMessage();
                            assertTrue(help.contains("--workspace"), name);
                            assertTrue(help.contains("--json") || name.equals("help"), name);
                        });
    }

    /// To mend: `mvn -q test -Dtest=HelpTest -Dwrite.docs=true`.
    @Test
    void thePageOfTheDocumentationIsTheHelp() throws IOException {
        String page = page();
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "see the comment above this test");
    }

    private String page() {
        StringBuilder page = new StringBuilder();
        page.append("# Command line\n\n");
        page.append("Made from the program's own help; a test holds the two together.\n\n");
        block(page, root);
        page.append(
                """

                Messages and progress go to standard error. With `--json` standard output carries exactly one document: UTF-8, instants in
                ISO 8601 UTC, exact decimals as JSON numbers, and every estimate in one shape, `{value, low, high, n, status}`, whose value is
                null when there is none. `low` and `high` are the ends of the central 90 % interval.

                One program at a time has a workspace. A command that finds it taken waits up to five seconds for its turn, says after one
                second on standard error whom it waits for, and then ends with status 1 and the name of the holder: close that window, or
                give the command another workspace.

                The width of text follows `COLUMNS`, 120 when it is not set.
                """);
        for (CommandGroups.Group group : CommandGroups.GROUPS) {
            if (!group.commands().contains("help")) {
                page.append("\n## ").append(group.title()).append('\n');
                for (String name : group.commands()) {
                    CommandLine command = root.getSubcommands().get(name);
                    page.append("\n### ").append(name).append("\n\n");
                    block(page, command);
                    command.getSubcommands()
                            .forEach(
                                    (sub, line) -> {
                                        page.append("\n#### ").append(name).append(' ');
                                        page.append(sub).append("\n\n");
                                        block(page, line);
                                    });
                }
            }
        }
        return page.toString();
    }

    private static void block(StringBuilder page, CommandLine command) {
        page.append("```text\n")
                .append(command.getUsageMessage().strip().replace("\r\n", "\n"))
                .append("\n```\n");
    }

    private static CommandLineFace face() {
        Console console =
                new Console(
                        new ByteArrayOutputStream(),
                        StandardCharsets.UTF_8,
                        new ByteArrayOutputStream(),
                        StandardCharsets.UTF_8,
                        120,
                        false);
        return new CommandLineFace(new Surroundings(console, null, null, null, null, null, "test"));
    }
}
