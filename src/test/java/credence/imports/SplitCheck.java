package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.imports.formats.StandardFormats;
import credence.service.ImportPlan;
import credence.service.ImportResult;
import credence.service.Workspace;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.Progress;
import credence.testkit.MemoryStore;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Overlapping exports must merge: a file cut into two parts that overlap, between different instants, states the same rows
/// under the same keys as the whole file, whichever part comes first; and a workspace into which the parts were imported, in any
/// order, once or twice, has the state hash of one that was given the whole file.
public final class SplitCheck {

    /// More instants than this are cut at a few places only.
    private static final int FEW = 8;

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

    private SplitCheck() {}

    /// @param headLines lines in front of the rows, which every part gets: preamble and header
    /// @param instant what of a row's line says when it was; rows of one instant stay together. Rows with the same text
    ///     must stand next to each other
    public static void holds(
            Journal journal,
            String fileName,
            String text,
            int headLines,
            Function<String, String> instant,
            Choices choices) {
        List<String> lines = text.lines().filter(l -> !l.isBlank()).toList();
        String head = String.join("\n", lines.subList(0, headLines)) + "\n";
        List<List<String>> instants = instants(lines.subList(headLines, lines.size()), instant);
        assertFalse(instants.size() < 2, "a file of one instant cannot be cut");
        Map<RowKey, SourceRow> whole = read(journal, fileName, head, instants, choices);
        int n = instants.size();
        int step = n <= FEW ? 1 : n / FEW;
        for (int from = 1; from < n; from += step) {
            for (int to = from; to < n; to += step) {
                Map<RowKey, SourceRow> older =
                        read(journal, fileName, head, instants.subList(0, to), choices);
                Map<RowKey, SourceRow> newer =
                        read(journal, fileName, head, instants.subList(from, n), choices);
                String cut = "cut at instants " + from + " and " + to + " of " + n;
                assertEquals(whole, merged(older, newer, cut), cut);
                assertEquals(whole, merged(newer, older, cut), cut);
            }
        }
        sameState(journal, fileName, head, instants, choices);
    }

    private static void sameState(
            Journal journal,
            String fileName,
            String head,
            List<List<String>> instants,
            Choices choices) {
        int n = instants.size();
        String all = text(head, instants);
        String hash = hash(journal, fileName, choices, all);
        assertNotEquals(hash(journal, fileName, choices), hash, "the file states nothing");
        assertEquals(hash, hash(journal, fileName, choices, all, all), "read twice");
        for (int from : new TreeSet<>(List.of(1, (n + 1) / 2, n - 1))) {
            for (int to : new TreeSet<>(List.of(from, n - 1))) {
                String cut = "cut at instants " + from + " and " + to + " of " + n;
                String older = text(head, instants.subList(0, to));
                String newer = text(head, instants.subList(from, n));
                assertEquals(hash, hash(journal, fileName, choices, older, newer), cut);
                assertEquals(hash, hash(journal, fileName, choices, newer, older), cut);
                assertEquals(hash, hash(journal, fileName, choices, newer, all, older), cut);
            }
        }
        if (n > 2) {
            String a = text(head, instants.subList(0, 1));
            String b = text(head, instants.subList(1, n - 1));
            String c = text(head, instants.subList(n - 1, n));
            for (List<String> parts :
                    List.of(
                            List.of(a, b, c),
                            List.of(a, c, b),
                            List.of(b, a, c),
                            List.of(b, c, a),
                            List.of(c, a, b),
                            List.of(c, b, a))) {
                assertEquals(
                        hash,
                        hash(journal, fileName, choices, parts.toArray(String[]::new)),
                        "three parts");
            }
        }
    }

    private static String hash(Journal journal, String fileName, Choices choices, String... files) {
        return hash(
                journal,
                fileName,
                choices,
                Stream.of(files).map(f -> f.getBytes(StandardCharsets.UTF_8)).toList());
    }

    /// Of the state after these files were imported one after the other.
    static String hash(Journal journal, String fileName, Choices choices, List<byte[]> files) {
        try (Workspace workspace =
                Workspace.open(new MemoryStore(), StandardFormats.reader(), CLOCK)) {
            for (byte[] bytes : files) {
                Path file = journal.write(fileName, bytes);
                ImportPlan plan =
                        workspace.imports().plan(List.of(file), choices.options(), Progress.NONE);
                ImportResult result = workspace.imports().commit(plan, Progress.NONE);
                assertEquals(List.of(), result.files().getFirst().refused());
            }
            return workspace.beliefs().stateHash(Optional.empty());
        }
    }

    private static String text(String head, List<List<String>> instants) {
        StringBuilder text = new StringBuilder(head);
        instants.forEach(rows -> rows.forEach(row -> text.append(row).append('\n')));
        return text.toString();
    }

    private static Map<RowKey, SourceRow> merged(
            Map<RowKey, SourceRow> first, Map<RowKey, SourceRow> second, String cut) {
        Map<RowKey, SourceRow> all = new TreeMap<>(first);
        second.forEach(
                (key, row) -> {
                    SourceRow known = all.putIfAbsent(key, row);
                    if (known != null) {
                        assertEquals(known, row, cut);
                    }
                });
        return all;
    }

    private static List<List<String>> instants(
            List<String> rows, Function<String, String> instant) {
        List<List<String>> groups = new ArrayList<>();
        String last = null;
        for (String row : rows) {
            String time = instant.apply(row);
            if (!time.equals(last)) {
                groups.add(new ArrayList<>());
                last = time;
            }
            groups.getLast().add(row);
        }
        return groups;
    }

    /// Places among rows of equal time are left out: two exports may number one row differently.
    private static Map<RowKey, SourceRow> read(
            Journal journal,
            String fileName,
            String head,
            List<List<String>> instants,
            Choices choices) {
        String text = text(head, instants);
        ParsedFile file = journal.read(fileName, text, StandardCharsets.UTF_8, choices);
        assertNull(file.error(), () -> file.error() + " in\n" + text);
        Map<RowKey, SourceRow> rows = new TreeMap<>();
        for (ParsedRow row : file.rows()) {
            SourceRow other = rows.put(row.row().key(), row.row().withSequence(0));
            assertNull(other, () -> "two rows of one file have one key: " + other);
        }
        return rows;
    }
}
