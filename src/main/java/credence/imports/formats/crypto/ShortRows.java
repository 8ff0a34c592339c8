package credence.imports.formats.crypto;

import credence.imports.Document;
import credence.imports.HeaderPlace;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.UnreadableFile;
import credence.service.port.FileReport.Refusal;

import java.util.ArrayList;
import java.util.List;

/// Rows of exports that leave off empty columns at the end.
final class ShortRows {

    private ShortRows() {}

    /// Counts all rows below the header; skips blank ones, and refuses those with fewer columns than needed, and a last row that
    /// the download cut off.
    ///
    /// @throws UnreadableFile when there are no rows, or a quotation mark that never closes
    static Table read(Document document, HeaderPlace place, Tally tally, int needed)
            throws UnreadableFile {
        List<Row> records = document.records(place.separator());
        List<Row> rows = new ArrayList<>();
        int width = place.header().size();
        boolean endsWhole = document.endsWithLineBreak();
        for (Row row : records) {
            if (row.line() <= place.line()) {
                continue;
            }
            tally.read(1);
            boolean unfinished = !endsWhole && row == records.getLast() && row.size() < width;
            if (row.isBlank()) {
                tally.skip("blank row", row);
            } else if (row.size() < needed || unfinished) {
                tally.refuse(
                        new Refusal(
                                row.line(),
                                "",
                                row.toString(),
                                "The row has " + row.size() + " of " + width + " columns.",
                                "The download was cut off, or the row is damaged: export the file"
                                        + " again."));
            } else {
                rows.add(row);
            }
        }
        if (rows.isEmpty() && records.size() <= 1) {
            throw new UnreadableFile(
                    place.line(),
                    "",
                    "",
                    "The file has a header and no rows below it.",
                    "Check the span of time of the export; then export it again.");
        }
        return Table.of(place, rows, tally);
    }
}
