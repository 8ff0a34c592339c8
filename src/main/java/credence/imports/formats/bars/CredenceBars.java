package credence.imports.formats.bars;

import credence.core.value.Symbol;
import credence.imports.BarFormat;
import credence.imports.Cells;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.JournalReader.BarOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Price bars as a table with a header: `time, open, high, low, close, volume` in any order and case.
///
/// - The time is the bar's open. Its column may be called `time`, `timestamp`, `date`, `datetime`, `open_time`, `unix`, each also with
///   `_utc` behind, or, when it is the first, nothing at all. ISO 8601, or seconds, milliseconds, microseconds or nanoseconds since 1970.
/// - Dates without a time of day, or all of them midnight, are days of UTC when no zone is given: a day bar is then known at the next
///   midnight.
/// - A column `symbol` (also `ticker`, `pair` and the like, see [SymbolColumn]) says what was traded; each symbol is a series of its own.
/// - Without a volume column the volume is 0, and the import says so.
/// - The interval is the most common distance of times unless given.
public final class CredenceBars implements BarFormat {

    private static final List<String> PRICES = List.of("open", "high", "low", "close");

    @Override
    public String id() {
        return "credence-bars";
    }

    @Override
    public String title() {
        return "Credence, bars (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        HeaderPlace place =
                document.header(
                        h -> timeColumn(h) >= 0 && PRICES.stream().allMatch(h::has) ? 1 : 0);
        return place == null
                ? Detection.no("No header of bars (time, open, high, low, close).")
                : new Detection(
                        80,
                        "The header in line "
                                + place.line()
                                + " is that of price bars (time, open, high, low, close; separated"
                                + " by "
                                + place.separatorName()
                                + ").",
                        place);
    }

    private static int timeColumn(Header header) {
        return BarTimes.column(header.names().stream().map(Header::key).toList());
    }

    @Override
    public void read(Document document, Detection detection, BarOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = detection.header();
        if (place == null) {
            throw new UnreadableFile(detection.reason(), "Name the columns in the first line.");
        }
        Table table = Table.read(document, place, tally);
        Header header = table.header();
        int[] columns = {
            header.find("open"),
            header.find("high"),
            header.find("low"),
            header.find("close"),
            header.findAny("volume", "vol", "tick_volume")
        };
        if (columns[4] < 0) {
            tally.note("The file has no volume; it was read as 0.");
        }
        Cells cells = new Cells(table, NumberStyle.settle(table, columns));
        int time = timeColumn(header);
        TimeColumn times = BarTimes.settle(table, time, options, tally);
        SeriesBySymbol series = new SeriesBySymbol(header.name(time), options, tally);
        SymbolColumn symbols = SymbolColumn.of(header, options);
        for (Row row : table.rows()) {
            try {
                Instant opened = times.read(row.cell(time), row.line());
                Symbol symbol = symbols.read(cells.at(row));
                @Nullable Instant again = times.again();
                series.add(symbol, opened, () -> bar(cells, opened, again, columns));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        BarTimes.finish(times, tally);
        series.accept();
    }

    private static BarRow bar(Cells cells, Instant time, @Nullable Instant again, int[] columns)
            throws RefusedRow {
        @Nullable BigDecimal[] figures = new BigDecimal[columns.length];
        for (int i = 0; i < columns.length; i++) {
            figures[i] = cells.numberOrNull(columns[i]);
        }
        return BarRow.checked(
                cells.line(),
                time,
                again,
                figures,
                (figure, reason, remedy) ->
                        cells.refuse(columns[figure.ordinal()], reason, remedy));
    }
}
