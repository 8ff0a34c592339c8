package credence.imports.formats;

import credence.core.fact.Rate;
import credence.core.ledger.Rates;
import credence.core.value.CurrencyCode;
import credence.imports.Cells;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Dated exchange rates as CSV: `date, from, to, rate`, one unit of `from` being worth `rate` units of `to`.
///
/// - The date is a day of UTC, or a moment, of which the day counts; numbers have a decimal point.
/// - Of several rates of one day and pair the latest counts: the latest moment, or where moments are equal the last in the file. The
///   others are skipped and counted.
/// - Stretches of more days than a rate serves for are reported, pair by pair.
public final class CredenceRates implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of("exchange rates", "date|day|time", "from", "to", "rate");

    private record Pair(CurrencyCode from, CurrencyCode to) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair o) {
            int c = from.compareTo(o.from);
            return c == 0 ? to.compareTo(o.to) : c;
        }
    }

    private record Read(int line, Instant time, Pair pair, BigDecimal rate) {}

    @Override
    public String id() {
        return "credence-rates";
    }

    @Override
    public String title() {
        return "Credence, exchange rates (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = detection.header();
        if (place == null) {
            throw new UnreadableFile(
                    detection.reason(), "Name the columns date, from, to, rate in the first line.");
        }
        Table table = Table.read(document, place, tally);
        Header header = table.header();
        int date = header.findAny("date", "day", "time");
        int from = header.find("from");
        int to = header.find("to");
        int rate = header.find("rate");
        if (date < 0 || from < 0 || to < 0 || rate < 0) {
            throw new UnreadableFile(
                    detection.reason(), "Name the columns date, from, to, rate in the first line.");
        }
        TimeColumn days = TimeColumn.settle(table, date, options.zone().orElse(ZoneOffset.UTC));
        Cells cells = new Cells(table, NumberStyle.POINT);
        Map<Pair, TreeMap<LocalDate, Read>> kept = new TreeMap<>();
        for (Row row : table.rows()) {
            try {
                cells.at(row);
                Read read =
                        new Read(
                                row.line(),
                                days.read(row.cell(date), row.line()),
                                pair(cells, from, to),
                                positive(cells, rate));
                keep(read, kept, tally);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        kept.forEach((pair, ofPair) -> accept(pair, ofPair, tally));
    }

    private static BigDecimal positive(Cells cells, int column) throws RefusedRow {
        BigDecimal value = cells.number(column);
        if (value.signum() <= 0) {
            throw cells.refuse(
                    column,
                    "A rate must be above zero.",
                    "Write how many units of “to” one unit of “from” is worth.");
        }
        return value;
    }

    private static Pair pair(Cells cells, int from, int to) throws RefusedRow {
        CurrencyCode one = currency(cells, from);
        CurrencyCode other = currency(cells, to);
        if (one.equals(other)) {
            throw cells.refuse(
                    to, "Both currencies are the same.", "Name the two currencies of the rate.");
        }
        return new Pair(one, other);
    }

    private static CurrencyCode currency(Cells cells, int column) throws RefusedRow {
        Optional<String> code = cells.optionalText(column);
        if (code.isEmpty() || !code.get().strip().matches("[A-Za-z0-9]{2,12}")) {
            throw cells.refuse(
                    column, "This is no currency.", "Write its code, such as EUR or BTC.");
        }
        return new CurrencyCode(code.get());
    }

    private static void keep(Read read, Map<Pair, TreeMap<LocalDate, Read>> kept, Tally tally) {
        LocalDate day = LocalDate.ofInstant(read.time(), ZoneOffset.UTC);
        TreeMap<LocalDate, Read> days = kept.computeIfAbsent(read.pair(), _ -> new TreeMap<>());
        Read known = days.get(day);
        if (known != null) {
            Read left = read.time().isBefore(known.time()) ? read : known;
            tally.skip(
                    known.rate().compareTo(read.rate()) == 0
                            ? "the same rate of a day again"
                            : "another rate of the same day, which a later one replaces",
                    left.line());
        }
        if (known == null || !read.time().isBefore(known.time())) {
            days.put(day, read);
        }
    }

    private static void accept(Pair pair, TreeMap<LocalDate, Read> days, Tally tally) {
        LocalDate last = null;
        List<String> gaps = new ArrayList<>();
        for (Map.Entry<LocalDate, Read> each : days.entrySet()) {
            LocalDate day = each.getKey();
            if (last != null && ChronoUnit.DAYS.between(last, day) > Rates.DAYS + 1) {
                gaps.add(last.plusDays(1) + " to " + day.minusDays(1));
            }
            last = day;
            Read read = each.getValue();
            tally.accept(
                    new Rate(
                            Rate.key(day, pair.from(), pair.to()),
                            day,
                            pair.from(),
                            pair.to(),
                            read.rate()),
                    read.line(),
                    1);
        }
        if (!gaps.isEmpty()) {
            tally.note(
                    "No rate of "
                            + pair.from()
                            + " in "
                            + pair.to()
                            + " from "
                            + String.join(", ", gaps.subList(0, Math.min(3, gaps.size())))
                            + (gaps.size() > 3 ? " and " + (gaps.size() - 3) + " more" : "")
                            + ": a rate serves for "
                            + Rates.DAYS
                            + " days.");
        }
    }
}
