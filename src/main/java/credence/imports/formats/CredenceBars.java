package credence.imports.formats;

import credence.core.fact.Bar;
import credence.core.fact.RowKey;
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
import credence.imports.TradeKeys;
import credence.imports.UnreadableFile;
import credence.service.port.JournalReader.BarOptions;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Price bars as CSV: `time, open, high, low, close, volume` in any order and case.
///
/// - The time is the bar's open. Its column may be called `time`, `timestamp`, `date`, `datetime`, `open_time`, or, when it is the
///   first, nothing at all. ISO 8601, or seconds, milliseconds, microseconds or nanoseconds since 1970.
/// - Dates without a time of day are days of UTC when no zone is given: a day bar is then known at the next midnight.
/// - Without a volume column the volume is 0, and the import says so.
/// - The interval is the most common distance of times unless given. The same bar twice counts once; two different bars of one
///   time are an error.
public final class CredenceBars implements BarFormat {

    private static final List<String> TIME_NAMES =
            List.of("time", "timestamp", "date", "datetime", "date_time", "open_time");
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
        for (String name : TIME_NAMES) {
            if (header.has(name)) {
                return header.find(name);
            }
        }
        return header.size() > 0 && header.name(0).isEmpty() ? 0 : -1;
    }

    private record Read(int line, Instant time, double[] values) {}

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
            header.find("volume")
        };
        if (columns[4] < 0) {
            tally.note("The file has no volume; it was read as 0.");
        }
        Cells cells = new Cells(table, NumberStyle.settle(table, columns));
        TimeColumn times =
                TimeColumn.settle(
                        table, timeColumn(header), zone(table, options, tally).orElse(null));
        List<Read> bars = new ArrayList<>(table.rows().size());
        for (Row row : table.rows()) {
            try {
                bars.add(
                        bar(
                                cells.at(row),
                                times.read(row.cell(timeColumn(header)), row.line()),
                                columns));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        accept(bars, options, table, tally);
        times.noteRepeatedHours(tally);
    }

    /// Days need no zone to be told apart; hours do.
    private static Optional<ZoneId> zone(Table table, BarOptions options, Tally tally) {
        if (options.zone().isPresent()) {
            return options.zone();
        }
        int column = timeColumn(table.header());
        for (Row row : table.rows()) {
            if (row.cell(column).strip().length() > 10) {
                return Optional.empty();
            }
        }
        if (table.rows().stream()
                .anyMatch(r -> !r.cell(column).strip().chars().allMatch(Character::isDigit))) {
            tally.note("The dates name no time zone; they were read as days of UTC.");
        }
        return Optional.of(ZoneOffset.UTC);
    }

    private static Read bar(Cells cells, Instant time, int[] columns) throws RefusedRow {
        double[] values = new double[5];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns[i] < 0 ? 0 : finite(cells, columns[i]);
        }
        if (values[2] > Math.min(values[0], values[3])
                || values[1] < Math.max(values[0], values[3])) {
            throw cells.refuse(
                    values[2] > Math.min(values[0], values[3]) ? columns[2] : columns[1],
                    "Open and close must lie between low and high.",
                    "Correct the row, or load the bars again.");
        }
        if (values[4] < 0) {
            throw cells.refuse(
                    columns[4], "A volume below zero.", "Correct the row, or load the bars again.");
        }
        return new Read(cells.line(), time, values);
    }

    private static double finite(Cells cells, int column) throws RefusedRow {
        BigDecimal exact = cells.number(column);
        double value = exact.doubleValue();
        if (!Double.isFinite(value)) {
            throw cells.refuse(
                    column, "The number is too large.", "Correct the row, or load the bars again.");
        }
        return value;
    }

    private static void accept(List<Read> bars, BarOptions options, Table table, Tally tally)
            throws UnreadableFile {
        if (bars.isEmpty()) {
            return;
        }
        Duration interval =
                options.interval().isPresent() ? options.interval().get() : commonDistance(bars);
        Symbol symbol = options.symbol();
        String length = TradeKeys.instant(Instant.EPOCH.plus(interval));
        Map<Instant, Read> byTime = HashMap.newHashMap(bars.size());
        for (Read b : bars) {
            Read first = byTime.putIfAbsent(b.time(), b);
            if (first == null) {
                RowKey key =
                        RowKey.ofContent(
                                "bar",
                                "",
                                "",
                                0,
                                symbol.name(),
                                length,
                                TradeKeys.instant(b.time()));
                double[] v = b.values();
                tally.accept(
                        new Bar(key, symbol, interval, b.time(), v[0], v[1], v[2], v[3], v[4]),
                        b.line(),
                        1);
            } else if (java.util.Arrays.equals(first.values(), b.values())) {
                tally.skip("the same bar again");
            } else {
                tally.refuse(
                        new credence.service.port.FileReport.Refusal(
                                b.line(),
                                table.header().name(timeColumn(table.header())),
                                b.time().toString(),
                                "Line " + first.line() + " has another bar of the same time.",
                                "Keep one of the two rows; a file holds one symbol and one"
                                        + " interval."));
            }
        }
    }

    /// The most common distance between neighbouring times; the shorter of two equally common ones.
    private static Duration commonDistance(List<Read> bars) throws UnreadableFile {
        List<Instant> times = bars.stream().map(Read::time).distinct().sorted().toList();
        Map<Duration, Integer> counts = new HashMap<>();
        for (int i = 1; i < times.size(); i++) {
            counts.merge(Duration.between(times.get(i - 1), times.get(i)), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Duration, Integer>comparingByValue()
                                .thenComparing(
                                        Map.Entry.comparingByKey(
                                                java.util.Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElseThrow(
                        () ->
                                new UnreadableFile(
                                        "One bar alone does not tell its interval.",
                                        "Say it, for example --interval 15m."));
    }
}
