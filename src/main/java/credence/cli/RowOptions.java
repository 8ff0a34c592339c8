package credence.cli;

import credence.service.CheckedRow.Status;
import credence.service.ImportPlan;
import credence.service.ImportService;
import credence.service.RowFile;
import credence.service.ServiceException;
import credence.service.port.ImportOptions;
import credence.service.port.RowChoice;
import credence.service.port.RowDecisions;
import credence.service.port.SourceLines;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Options about single rows of the files: written anew, chosen, written out.
final class RowOptions {

    private static final Pattern ROW = Pattern.compile("(?s)(?:(.+):)?([0-9]{1,9})=(.*)");
    private static final Set<Status> UNREAD =
            EnumSet.of(Status.REFUSED, Status.CHANGED, Status.LEFT_OUT, Status.SKIPPED);

    @Option(
            names = "--fix",
            paramLabel = "[FILE:]LINE=ROW",
            description =
                    "Read this row instead of what stands in that line. The file stays as it is;"
                            + " both are kept. Repeatable.")
    private List<String> fixes = List.of();

    @Option(
            names = "--corrections",
            paramLabel = "CSV",
            description =
                    "The same for many rows: a CSV file with the columns file, line and row, such"
                            + " as --unread writes.")
    private Optional<Path> corrections = Optional.empty();

    @Option(
            names = "--row",
            paramLabel = "[FILE:]LINE=CHOICE",
            description =
                    "What becomes of the row in that line: leave-out; keep or replace, where it is"
                            + " known with other content; import, where it looks like a known row"
                            + " without an id but is another one, or was left out before."
                            + " Repeatable.")
    private List<String> choices = List.of();

    @Option(
            names = "--unread",
            paramLabel = "CSV",
            description =
                    "Write the rows that do not come in to this CSV file, with line, reason and"
                            + " text.")
    private Optional<Path> unread = Optional.empty();

    /// What is decided about rows of each file.
    ///
    /// @throws ServiceException when a row is not named so that it can be found
    Map<Path, RowDecisions> decisions(List<Path> files) {
        Map<Path, RowDecisions> decisions = new HashMap<>();
        corrections.ifPresent(
                csv ->
                        RowFile.read(csv)
                                .forEach(
                                        c ->
                                                decisions.merge(
                                                        file(files, c.file(), c.line()),
                                                        RowDecisions.NONE.reading(
                                                                c.line(), c.row()),
                                                        (a, b) -> b.or(a))));
        for (String fix : fixes) {
            Matcher m = matched("--fix", fix);
            int line = Integer.parseInt(m.group(2));
            decisions.merge(
                    file(files, m.group(1), line),
                    RowDecisions.NONE.reading(line, m.group(3)),
                    (a, b) -> b.or(a));
        }
        for (String choice : choices) {
            Matcher m = matched("--row", choice);
            int line = Integer.parseInt(m.group(2));
            decisions.merge(
                    file(files, m.group(1), line),
                    RowDecisions.NONE.choosing(line, choice(m.group(3))),
                    (a, b) -> b.or(a));
        }
        return decisions;
    }

    private static Matcher matched(String option, String text) {
        Matcher m = ROW.matcher(text);
        if (!m.matches()) {
            throw new ServiceException(
                    "“"
                            + text
                            + "” does not say which row is meant. Write "
                            + option
                            + " LINE="
                            + (option.equals("--fix") ? "ROW" : "CHOICE")
                            + ", such as "
                            + option
                            + (option.equals("--fix")
                                    ? " '7=2026-01-05T10:00:00Z,ETHUSDT,BUY,1,2000'."
                                    : " 7=leave-out."));
        }
        return m;
    }

    private static Path file(
            List<Path> files, @org.jspecify.annotations.Nullable String name, int line) {
        if (name == null || name.isEmpty()) {
            if (files.size() == 1) {
                return files.getFirst();
            }
            throw new ServiceException(
                    "Line "
                            + line
                            + " of which file? Several are imported: name it, such as "
                            + files.getFirst().getFileName()
                            + ":"
                            + line
                            + ".");
        }
        List<Path> named =
                files.stream()
                        .filter(
                                f ->
                                        f.toString().equals(name)
                                                || String.valueOf(f.getFileName()).equals(name))
                        .distinct()
                        .toList();
        if (named.size() != 1) {
            throw new ServiceException(
                    named.isEmpty()
                            ? "“" + name + "” is none of the files that are imported."
                            : "Several files are called “" + name + "”: give the path of one.");
        }
        return named.getFirst();
    }

    private static RowChoice choice(String word) {
        for (RowChoice choice : RowChoice.values()) {
            if (choice.word().equals(word.strip())) {
                return choice;
            }
        }
        throw new ServiceException(
                "“" + word + "” is no choice for a row: leave-out, keep, replace or import.");
    }

    /// Writes what does not come in, if that is wished.
    ///
    /// @throws ServiceException when it cannot be written
    void writeUnread(ImportService imports, ImportPlan plan, ImportOptions options) {
        if (unread.isEmpty()) {
            return;
        }
        Map<Integer, SourceLines> open = new HashMap<>();
        try (Writer to = Files.newBufferedWriter(unread.get())) {
            RowFile.write(
                    plan,
                    UNREAD,
                    file ->
                            open.computeIfAbsent(
                                    file, f -> imports.lines(plan.sources().get(f), options)),
                    to);
        } catch (IOException e) {
            throw new ServiceException(
                    "The rows that do not come in could not be written to "
                            + unread.get()
                            + ": "
                            + e.getMessage()
                            + ".");
        } finally {
            open.values().forEach(SourceLines::close);
        }
    }
}
