package credence.imports;

import credence.service.port.FileReport.Refusal;
import credence.service.port.mapping.Finding;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// The rows below a header. Rows that are not whole never get to a format: they are refused here, with their line.
public final class Table {

    private static final int CANCEL_EVERY = 4096;

    private final Header header;
    private final HeaderPlace place;
    private final List<Row> rows;
    private final Tally tally;

    private Table(HeaderPlace place, List<Row> rows, Tally tally) {
        this.header = place.header();
        this.place = place;
        this.rows = rows;
        this.tally = tally;
    }

    /// What the trader said of the file's dates and numbers.
    Writing writing() {
        return tally.writing();
    }

    /// Tells the tally how the times of a column are read.
    void reads(TimeColumn times) {
        tally.times(times);
    }

    /// Tells the tally which decimal sign the numbers have.
    void reads(Finding decimal) {
        tally.decimal(decimal);
    }

    /// Tells the tally which row is being read, so that the trader's own rules can look at its columns.
    void reading(Row row) {
        tally.reading(header, row);
    }

    public Header header() {
        return header;
    }

    public HeaderPlace place() {
        return place;
    }

    /// Whole rows, in the order of the file. Those of a large file are read from it each time they are gone through, from the first to
    /// the last: that costs no memory; single ones by index cost time.
    public List<Row> rows() {
        return rows;
    }

    /// Says why a row is rightly none of ours (a total, a disclaimer), or null when it is to be read.
    @FunctionalInterface
    public interface Leaving {
        @Nullable String reason(Row row);
    }

    /// A table of rows that were found otherwise: a section of a file, a sheet; none when they are read one by one. Rows shorter than
    /// the header are filled up with empty cells. Nothing is counted.
    ///
    /// @param tally what the trader said of dates and numbers holds, and rules about columns see the rows
    public static Table of(HeaderPlace place, List<Row> rows, Tally tally) {
        int width = place.header().size();
        return new Table(place, rows.stream().map(r -> r.filledUp(width)).toList(), tally);
    }

    /// Reads all rows below the header; counts them, and skips blank and refuses broken ones, on the tally.
    ///
    /// @throws UnreadableFile when there are too many columns, no rows, or a quotation mark that never closes
    public static Table read(Document document, HeaderPlace place, Tally tally)
            throws UnreadableFile {
        return read(document, place, tally, _ -> null);
    }

    /// The same, but rows that the format leaves out are skipped, whatever their width.
    ///
    /// @throws UnreadableFile when there are too many columns, no rows, or a quotation mark that never closes
    public static Table read(Document document, HeaderPlace place, Tally tally, Leaving leaving)
            throws UnreadableFile {
        if (place.header().size() > document.limits().maxColumns()) {
            throw new UnreadableFile(
                    place.line(),
                    "",
                    "",
                    "The header has "
                            + place.header().size()
                            + " columns, the limit is "
                            + document.limits().maxColumns()
                            + ".",
                    "Check that it is the right file.");
        }
        tally.trace().header(place.line());
        List<Row> rows = new ArrayList<>();
        FileRows inFile = new FileRows(document, place);
        long lastLine = place.line();
        try (CsvReader<Row> reader = document.rows(place.separator())) {
            Iterator<Row> records = reader.iterator();
            for (int i = 0; i <= place.record(); i++) {
                records.next();
            }
            boolean endsWhole = document.endsWithLineBreak();
            for (int record = 0; records.hasNext(); record++) {
                Row r = records.next();
                lastLine = r.line();
                tally.read(1);
                String left = r.isBlank() ? "blank row" : leaving.reason(r);
                if (left != null) {
                    tally.skip(left, r);
                } else if (whole(r, place.header(), tally, !endsWhole && !records.hasNext())) {
                    if (document.isLarge()) {
                        inFile.include(record);
                    } else {
                        rows.add(r);
                    }
                }
                if (record % CANCEL_EVERY == 0) {
                    document.progress().checkCancelled();
                }
            }
        } catch (CsvParseException _) {
            // What follows cannot be told apart into rows, so it cannot be counted: no half file.
            throw new UnreadableFile(
                    lastLine + 1,
                    "",
                    "",
                    "After line " + lastLine + " a quotation mark (\") opens and never closes.",
                    "The file is cut off or damaged: export it again, or close the quotation"
                            + " mark.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (tally.rowsRead() == 0) {
            throw new UnreadableFile(
                    place.line(),
                    "",
                    "",
                    "The file has a header and no rows below it.",
                    "Check the span of time of the export; then export it again.");
        }
        return new Table(place, document.isLarge() ? inFile : rows, tally);
    }

    private static boolean whole(Row r, Header header, Tally tally, boolean unfinished) {
        int fields = r.size();
        int wanted = header.size();
        boolean more = false;
        for (int i = wanted; i < fields && !more; i++) {
            more = !r.cell(i).isBlank();
        }
        if (fields >= wanted && !more) {
            return true;
        }
        String last = Shown.cut(r.toString());
        String counts = fields + " of " + wanted + " columns";
        tally.refuse(
                unfinished && fields < wanted
                        ? new Refusal(
                                r.line(),
                                header.name(fields - 1),
                                last,
                                "The file ends in the middle of this row (" + counts + ").",
                                "The download was cut off: export the file again.")
                        : new Refusal(
                                r.line(),
                                "",
                                last,
                                "The row has " + fields + " columns, the header " + wanted + ".",
                                more
                                        ? "Put text that holds the separator in quotation marks."
                                        : "Complete the row, or export the file again."));
        return false;
    }
}
