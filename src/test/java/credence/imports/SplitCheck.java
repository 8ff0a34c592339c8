package credence.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import credence.core.fact.RowKey;
import credence.core.fact.SourceRow;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Overlapping exports must merge: a file cut into two parts that overlap, between different instants, states the same rows
/// under the same keys as the whole file, whichever part comes first.
public final class SplitCheck {

    /// More instants than this are cut at a few places only.
    private static final int FEW = 8;

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
        StringBuilder text = new StringBuilder(head);
        instants.forEach(rows -> rows.forEach(row -> text.append(row).append('\n')));
        ParsedFile file = journal.read(fileName, text.toString(), StandardCharsets.UTF_8, choices);
        assertNull(file.error(), () -> file.error() + " in\n" + text);
        Map<RowKey, SourceRow> rows = new TreeMap<>();
        for (ParsedRow row : file.rows()) {
            SourceRow other = rows.put(row.row().key(), row.row().withSequence(0));
            assertNull(other, () -> "two rows of one file have one key: " + other);
        }
        return rows;
    }
}
