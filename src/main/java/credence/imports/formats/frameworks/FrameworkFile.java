package credence.imports.formats.frameworks;

import credence.imports.Amount;
import credence.imports.Cells;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.SymbolWorth;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.FileReport.Refusal;
import credence.service.port.ImportOptions;
import credence.service.port.mapping.Need;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One table that a framework wrote from Python or as a download: what all of them share. Numbers have decimal points; empty
/// cells may say `nan`, `None` or `NaT`.
final class FrameworkFile {

    private final Table table;
    private final Cells cells;
    private final Owners owners;
    private final ImportOptions options;
    private final Tally tally;
    private final JournalRows rows;
    private final List<TimeColumn> times = new ArrayList<>();
    private final SymbolWorth worth = new SymbolWorth();

    private FrameworkFile(Table table, Owners owners, ImportOptions options, Tally tally) {
        this.table = table;
        this.owners = owners;
        this.options = options;
        this.tally = tally;
        this.rows = new JournalRows(tally);
        this.cells = new Cells(table, NumberStyle.POINT);
    }

    /// @param source short name of the framework
    static FrameworkFile open(
            String source,
            Document document,
            Detection detection,
            ImportOptions options,
            Tally tally)
            throws UnreadableFile {
        HeaderPlace place = detection.header();
        if (place == null || !detection.recognised()) {
            throw new UnreadableFile(
                    new Refusal(0, "", "", detection.reason(), "Export the file again."));
        }
        return new FrameworkFile(
                Table.read(document, place, tally),
                new Owners(source, options, tally),
                options,
                tally);
    }

    /// The same of a table that was found otherwise.
    static FrameworkFile of(String source, Table table, ImportOptions options, Tally tally) {
        return new FrameworkFile(table, new Owners(source, options, tally), options, tally);
    }

    Header header() {
        return table.header();
    }

    Owners owners() {
        return owners;
    }

    JournalRows rows() {
        return rows;
    }

    Tally tally() {
        return tally;
    }

    /// The times of a column, in the zone that the trader says where they name none.
    TimeColumn times(int column) throws UnreadableFile {
        TimeColumn t =
                TimeColumn.settle(
                        table, column, options.zone().orElse(null), "nan", "NaT", "None", "");
        times.add(t);
        return t;
    }

    /// @throws UnreadableFile when the file does not say what was traded and the trader does not either
    void requireSymbol(String framework) throws UnreadableFile {
        if (options.symbol().isEmpty()) {
            throw new UnreadableFile(
                            framework + " does not say what was traded.",
                            "Say --symbol, for example --symbol ETHUSDT.")
                    .asking(Need.SYMBOL);
        }
    }

    interface RowReader {
        void read(Cells cells) throws RefusedRow;
    }

    void each(RowReader reader) {
        for (Row row : table.rows()) {
            try {
                reader.read(cells.at(row));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
    }

    void finish() {
        rows.acceptAll(tally);
        times.forEach(t -> t.noteRepeatedHours(tally));
        worth.notes(tally);
    }

    /// The text of a cell; Python's words for nothing are nothing.
    static String text(Cells c, int column) {
        String s = c.text(column);
        return switch (s) {
            case "nan", "NaN", "None", "NaT", "<NA>", "null" -> "";
            default -> s;
        };
    }

    static @Nullable BigDecimal number(Cells c, int column) throws RefusedRow {
        return text(c, column).isEmpty() ? null : c.numberOrNull(column);
    }

    /// An amount with its currency, `0.02491250 USDT`; null when there is none.
    static @Nullable Amount amount(Cells c, int column) throws RefusedRow {
        String s = text(c, column).replace("_", "");
        if (s.isEmpty()) {
            return null;
        }
        try {
            return Amount.of(s, NumberStyle.POINT);
        } catch (IllegalArgumentException _) {
            throw c.refuse(column, "This is no amount of money.", "Export the file again.");
        }
    }

    /// Money per point: a future's by the table or unknown, anything else is quoted in its own money.
    Multiplier multiplier(String symbol, Instant time) {
        return worth.of(symbol, time, options.currency());
    }
}
