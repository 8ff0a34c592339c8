package credence.imports.formats.bars;

import credence.core.value.Symbol;
import credence.imports.BarFormat;
import credence.imports.Cells;
import credence.imports.Container;
import credence.imports.DateOrder;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lean's data files (QuantConnect), which have no header: daily, hourly and minute bars of trades or of quotes.
///
/// - Trades: time, open, high, low, close, volume. Quotes: time, bid open…close, bid size, ask open…close, ask size; the bar is the
///   middle of bid and ask, the side that is there where one is missing, and quotes state no volume.
/// - The time is `yyyyMMdd HH:mm`; in files of minutes and seconds milliseconds since the local midnight of the day in the file's name
///   (`20131007_trade.csv`).
/// - Prices of shares are whole numbers, in 1/10,000; all others are written as they are. A file in which every price and volume is a
///   whole number is one of shares, and the import says so.
public final class LeanBars implements BarFormat {

    private static final List<String> TRADES =
            List.of("time", "open", "high", "low", "close", "volume");
    private static final List<String> QUOTES =
            List.of(
                    "time",
                    "bid open",
                    "bid high",
                    "bid low",
                    "bid close",
                    "bid size",
                    "ask open",
                    "ask high",
                    "ask low",
                    "ask close",
                    "ask size");
    private static final int ASK = 5;
    private static final int PRICE_DIGITS = 4;

    private static final Pattern TIME = Pattern.compile("\\d{8} \\d{2}:\\d{2}(:\\d{2})?");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{1,8}");
    private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d*([eE][-+]?\\d+)?");
    private static final Pattern DAY_OF_NAME = Pattern.compile("(\\d{8})_.*");
    private static final long MILLISECONDS_OF_DAY = 86_400_000;

    @Override
    public String id() {
        return "lean-bars";
    }

    @Override
    public String title() {
        return "QuantConnect Lean, bars without a header (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        Row first = first(document);
        if (first == null || (first.size() != TRADES.size() && first.size() != QUOTES.size())) {
            return Detection.no("No bars in Lean's way.");
        }
        boolean dated = TIME.matcher(first.cell(0)).matches();
        boolean counted =
                MILLISECONDS.matcher(first.cell(0)).matches() && dayOf(document.name()) != null;
        for (int i = 1; i < first.size(); i++) {
            if (!NUMBER.matcher(first.cell(i)).matches()) {
                return Detection.no("No bars in Lean's way: text among the prices.");
            }
        }
        if (!dated && !counted) {
            return Detection.no("No bars in Lean's way: the first cell is no time of Lean's.");
        }
        boolean trades = first.size() == TRADES.size();
        return new Detection(
                75,
                "The first line is a bar of "
                        + (trades ? "trades" : "quotes (bid and ask)")
                        + " as Lean writes them, without a header.",
                new HeaderPlace(',', -1, 0, new Header(trades ? TRADES : QUOTES)));
    }

    private static @Nullable Row first(Document document) {
        if (document.container() != Container.TEXT) {
            return null;
        }
        try {
            List<Row> rows = document.records(',', 0, 1);
            return rows.isEmpty() ? null : rows.getFirst();
        } catch (UnreadableFile _) {
            return null;
        }
    }

    private static @Nullable String dayOf(String name) {
        Matcher day = DAY_OF_NAME.matcher(name);
        return day.matches() ? day.group(1) : null;
    }

    @Override
    public void read(Document document, Detection detection, BarOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = detection.header();
        if (place == null) {
            throw new UnreadableFile(detection.reason(), "Take the file as Lean keeps it.");
        }
        Table table = Table.read(document, place, tally);
        boolean quotes = table.header().size() == QUOTES.size();
        boolean shares = !quotes && whole(table);
        if (quotes) {
            tally.note(
                    "Quotes were read as the middle of bid and ask. They state no volume; it was"
                            + " read as 0.");
        }
        String day = TIME.matcher(table.rows().getFirst().cell(0)).matches() ? null : day(document);
        TimeColumn times =
                day == null
                        ? BarTimes.settle(table, 0, options, tally)
                        : TimeColumn.known(
                                "time",
                                DateOrder.YEAR_FIRST,
                                options.zone()
                                        .orElseThrow(
                                                () ->
                                                        new UnreadableFile(
                                                                "The times count from a midnight,"
                                                                    + " and the file does not say"
                                                                    + " of which zone.",
                                                                "Say it: --zone America/New_York"
                                                                    + " for American shares, --zone"
                                                                    + " UTC for coins.")),
                                tally);
        Cells cells = new Cells(table, NumberStyle.POINT);
        SeriesBySymbol series = new SeriesBySymbol("time", options, tally);
        Symbol symbol = series.said();
        double last = 0;
        for (Row row : table.rows()) {
            try {
                Instant opened = times.read(written(row, day), row.line());
                @Nullable Instant again = times.again();
                BarRow bar =
                        series.add(
                                symbol,
                                opened,
                                () -> bar(cells.at(row), opened, again, quotes, shares));
                last = bar == null ? last : bar.close();
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        if (shares) {
            tally.note(
                    "Prices are whole numbers throughout and were read in 1/10,000, as Lean writes"
                            + " those of shares: the last close is "
                            + last
                            + ".");
        }
        BarTimes.finish(times, tally);
        series.accept();
    }

    private static String day(Document document) throws UnreadableFile {
        String day = dayOf(document.name());
        if (day == null) {
            throw new UnreadableFile(
                    "The times count from midnight, and the file's name does not begin with a day.",
                    "Keep the name that Lean gives: 20131007_trade.csv.");
        }
        return day;
    }

    /// The time as text with a date.
    private static String written(Row row, @Nullable String day) {
        String cell = row.cell(0).strip();
        if (day == null || !MILLISECONDS.matcher(cell).matches()) {
            return cell;
        }
        long ms = Long.parseLong(cell);
        return ms >= MILLISECONDS_OF_DAY
                ? cell
                : String.format(
                        java.util.Locale.ROOT,
                        "%s-%s-%s %02d:%02d:%02d.%03d",
                        day.substring(0, 4),
                        day.substring(4, 6),
                        day.substring(6),
                        ms / 3_600_000,
                        ms / 60_000 % 60,
                        ms / 1000 % 60,
                        ms % 1000);
    }

    private static boolean whole(Table table) {
        for (Row row : table.rows()) {
            for (int i = 1; i < TRADES.size(); i++) {
                if (row.cell(i).indexOf('.') >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BarRow bar(
            Cells cells, Instant time, @Nullable Instant again, boolean quotes, boolean shares)
            throws RefusedRow {
        @Nullable BigDecimal[] figures = new BigDecimal[BarRow.Figure.values().length];
        for (int i = 0; i < PRICE_DIGITS; i++) {
            BigDecimal price = cells.numberOrNull(i + 1);
            if (quotes) {
                price = middle(price, cells.numberOrNull(i + 1 + ASK));
            }
            figures[i] = price == null || !shares ? price : price.movePointLeft(PRICE_DIGITS);
        }
        figures[4] = quotes ? null : cells.numberOrNull(5);
        return BarRow.checked(
                cells.line(),
                time,
                again,
                figures,
                (figure, reason, remedy) -> cells.refuse(figure.ordinal() + 1, reason, remedy));
    }

    private static @Nullable BigDecimal middle(@Nullable BigDecimal bid, @Nullable BigDecimal ask) {
        if (bid == null || bid.signum() == 0) {
            return ask;
        }
        return ask == null || ask.signum() == 0 ? bid : bid.add(ask).divide(BigDecimal.valueOf(2));
    }
}
