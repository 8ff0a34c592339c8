package credence.service;

import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Notices a file that came in before and is now read otherwise, in another zone, with the day before the month, by another mapping: its
/// rows that have no id of their own would count beside those of then.
final class FilesReadAnew {

    private final HeldTrades held;

    FilesReadAnew(HeldTrades held) {
        this.held = held;
    }

    /// Why a file is refused, if it is.
    Optional<Refusal> check(ParsedFile file) {
        if (!held.any(f -> f.sha256().equals(file.sha256()))) {
            return Optional.empty();
        }
        Map<Integer, ParsedRow> other = new HashMap<>();
        for (ParsedRow row : file.rows()) {
            if (!held.knows(row.row())) {
                other.put(row.line(), row);
            }
        }
        if (other.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> moved = new HashSet<>();
        Set<Long> batches = new HashSet<>();
        held.each(
                f -> f.sha256().equals(file.sha256()),
                (known, _, told) -> {
                    ParsedRow row = other.get(told.line());
                    if (row != null && stands(known, row.row())) {
                        moved.add(told.line());
                        batches.add(told.batch());
                    }
                });
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of(refusal(moved.size(), batches.stream().sorted().toList()));
    }

    /// Whether two readings of a line are of one stream, under ids that are not the same.
    private static boolean stands(SourceRow known, SourceRow row) {
        return !known.key().equals(row.key()) && stream(known).equals(stream(row));
    }

    private static String stream(SourceRow row) {
        return switch (row) {
            case Fill f -> TradeRecord.stream(f.account(), f.bot());
            case TradeRecord t -> TradeRecord.stream(t.account(), t.bot());
            default -> "";
        };
    }

    private static Refusal refusal(int rows, List<Long> batches) {
        String imports =
                (batches.size() == 1 ? "import " : "imports ")
                        + String.join(", ", batches.stream().map(String::valueOf).toList());
        return new Refusal(
                0,
                "",
                "",
                "This file came in before ("
                        + imports
                        + ") and was read otherwise then: "
                        + rows
                        + (rows == 1 ? " row has" : " rows have")
                        + " another time, symbol or amount now and would count twice. Nothing of it"
                        + " was imported.",
                "Undo "
                        + imports
                        + " first (credence undo-import), then import it as it should be read; or"
                        + " read it as it was read then.");
    }
}
