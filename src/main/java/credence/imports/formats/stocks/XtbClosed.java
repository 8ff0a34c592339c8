package credence.imports.formats.stocks;

import credence.core.fact.ExitReason;
import credence.core.fact.ResultBasis;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.StatedTotal;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// XTB (xStation), closed positions as CSV (the sheet of the account history).
///
/// - About twelve lines of account data stand above `Position, Symbol, Type, Volume, Open time, Open price, Close time, Close price,
///   Open origin, Close origin, Purchase value, Sale value, SL, TP, Margin, Commission, Swap, Rollover, Gross P/L, Comment`; a line
///   `Total` below. Older files: `Lots`, `Profit`, `Net profit`.
/// - Gross P/L is **before** commission, swap and rollover (its name; shares make it to the cent by their prices), which are negative when
///   paid; Net profit of older files is after them. All money is the account's.
/// - Volume is shares or lots; what a lot is, is the broker's: the worth of a point is known only where the values of purchase and
///   sale say it. One position may be closed in parts, each with a row.
/// - `dd.MM.yyyy HH:mm:ss` or `dd/MM/yyyy …`, no zone.
public final class XtbClosed implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "XTB's closed positions",
                    "Position|Position ID",
                    "Symbol|Ticker",
                    "Type",
                    "Volume|Lots",
                    "Open time|Open time (UTC)",
                    "Open price",
                    "Close time|Close time (UTC)",
                    "Close price",
                    "Gross P/L|Profit/Loss|Profit|Net profit");

    /// Title of the account's currency in the languages of the platform.
    private static final Pattern CURRENCY =
            Pattern.compile(
                    "(?iu)(?:account"
                        + " )?(?:currency|waluta|währung|divisa|moneda|devise|valuta|měna|mena|moeda"
                        + "|pénznem):?");

    @Override
    public String id() {
        return "xtb-closed";
    }

    @Override
    public String title() {
        return "XTB, closed positions (CSV)";
    }

    @Override
    public String book() {
        return "XTB";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        Totals totals = new Totals();
        Table table = Table.read(document, Recognised.place(detection), tally, totals::leaving);
        new Reader(table, accountCurrency(document, detection), options, tally).read(totals);
    }

    /// The currency that the lines of account data above the header name, beside or below its title; empty where they name none.
    private static String accountCurrency(Document document, Detection detection)
            throws UnreadableFile {
        HeaderPlace place = Recognised.place(detection);
        List<Row> above = document.records(place.separator(), 0, place.record());
        for (int r = 0; r < above.size(); r++) {
            Row row = above.get(r);
            for (int i = 0; i < row.size(); i++) {
                if (!CURRENCY.matcher(row.cell(i).strip()).matches()) {
                    continue;
                }
                String beside = i + 1 < row.size() ? row.cell(i + 1).strip() : "";
                String below =
                        r + 1 < above.size() && i < above.get(r + 1).size()
                                ? above.get(r + 1).cell(i).strip()
                                : "";
                for (String code : new String[] {beside, below}) {
                    if (code.matches("[A-Z]{3}")) {
                        return code;
                    }
                }
            }
        }
        return "";
    }

    /// The line of totals, kept for the check.
    private static final class Totals {

        private @Nullable Row row;

        @Nullable String leaving(Row candidate) {
            for (int i = 0; i < Math.min(candidate.size(), 2); i++) {
                if (candidate.cell(i).strip().equals("Total")) {
                    row = candidate;
                    return "total";
                }
            }
            return null;
        }

        /// A row of sums without a title: it names no position, symbol, type, volume or time, but a result.
        private static boolean untitled(Row candidate, Header h) {
            return Stream.of(
                                    h.findAny("Position", "Position ID"),
                                    h.findAny("Symbol", "Ticker"),
                                    h.find("Type"),
                                    h.findAny("Volume", "Lots"),
                                    h.findFrom("Open time"),
                                    h.findFrom("Close time"))
                            .allMatch(i -> i < 0 || candidate.cell(i).isBlank())
                    && !candidate
                            .cell(h.findAny("Gross P/L", "Profit/Loss", "Profit", "Net profit"))
                            .isBlank();
        }
    }

    private static final class Reader {

        private final Table table;
        private final String currency;
        private final Header h;
        private final Tally tally;
        private final Owners owners;
        private final JournalRows rows;
        private final TimeColumn opens;
        private final TimeColumn closes;
        private final Cells cells;
        private final int profit;
        private final boolean gross;
        private BigDecimal sum = BigDecimal.ZERO;

        Reader(Table table, String currency, ImportOptions options, Tally tally)
                throws UnreadableFile {
            this.table = table;
            this.currency = currency;
            this.h = table.header();
            this.tally = tally;
            this.rows = new JournalRows(tally);
            this.owners = new Owners("XTB", options, tally);
            ZoneId zone =
                    TimeColumn.required(options, "The times of XTB are those of its platform");
            this.opens = times("Open time", zone);
            this.closes = times("Close time", zone);
            int grossColumn = h.findAny("Gross P/L", "Profit/Loss", "Profit");
            this.gross = grossColumn >= 0;
            this.profit = gross ? grossColumn : h.find("Net profit");
            this.cells =
                    new Cells(
                            table,
                            NumberStyle.settleOrEither(
                                    table,
                                    h.findAny("Volume", "Lots"),
                                    h.find("Open price"),
                                    h.find("Close price"),
                                    h.find("Commission"),
                                    h.find("Swap"),
                                    profit));
        }

        private TimeColumn times(String name, ZoneId zone) throws UnreadableFile {
            return TimeColumn.settle(table, h.findFrom(name), zone, DateOrder.DAY_FIRST);
        }

        void read(Totals totals) {
            for (Iterator<Row> all = table.rows().iterator(); all.hasNext(); ) {
                Row row = all.next();
                if (!all.hasNext() && totals.row == null && Totals.untitled(row, h)) {
                    totals.row = row;
                    tally.skip("total", row);
                    break;
                }
                try {
                    one(cells.at(row));
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            rows.acceptAll(tally);
            if (gross && !rows.isEmpty()) {
                tally.states("XTB", h.name(profit), ResultBasis.BEFORE_COSTS);
            }
            opens.noteRepeatedHours(tally);
            closes.noteRepeatedHours(tally);
            if (totals.row != null && totals.row.size() > profit) {
                try {
                    BigDecimal stated = cells.at(totals.row).numberOrNull(profit);
                    if (stated != null) {
                        tally.reconcile(
                                StatedTotal.compare(
                                        h.name(profit) + ", Total",
                                        stated,
                                        sum,
                                        new BigDecimal("0.01")));
                    }
                } catch (RefusedRow _) {
                    tally.note("The line of totals could not be read.");
                }
            }
        }

        private void one(Cells c) throws RefusedRow {
            int line = c.line();
            Direction direction =
                    switch (c.text(h.find("Type")).toUpperCase(java.util.Locale.ROOT)) {
                        case "BUY" -> Direction.LONG;
                        case "SELL" -> Direction.SHORT;
                        default ->
                                throw c.refuse(
                                        h.find("Type"),
                                        "This is neither BUY nor SELL.",
                                        "Export the closed positions again.");
                    };
            BigDecimal volume = c.positive(h.findAny("Volume", "Lots"));
            BigDecimal open = c.number(h.find("Open price"));
            BigDecimal close = c.number(h.find("Close price"));
            String symbol = c.text(h.findAny("Symbol", "Ticker"));
            BigDecimal result = c.numberOrNull(profit);
            BigDecimal costs = costs(c);
            var opened = opens.read(c.raw(h.findFrom("Open time")), line);
            var closed = closes.read(c.raw(h.findFrom("Close time")), line);
            String position = c.text(h.findAny("Position", "Position ID"));
            TradeDraft draft =
                    new TradeDraft(
                                    line,
                                    owners.of(
                                            Clues.NONE
                                                    .tag(c.text(h.find("Comment")))
                                                    .symbol(symbol)
                                                    .time(opened)),
                                    owners.symbol(symbol, line, "Symbol"),
                                    direction,
                                    new Quantity(volume),
                                    opened,
                                    new Price(open))
                            .exit(closed, new Price(close))
                            .reason(reason(c.text(h.find("Close origin"))))
                            .currency(owners.currency(currency))
                            .multiplier(multiplier(direction, volume, open, close, result))
                            .source(owners.source(SourceClass.LIVE))
                            .extra("position", position)
                            .extra("comment", c.text(h.find("Comment")))
                            .extra("close_origin", c.text(h.find("Close origin")));
            BigDecimal net = c.numberOrNull(h.find("Net profit"));
            if (net == null && gross && result != null && costs != null) {
                net = result.subtract(costs);
            }
            draft.costs(costs)
                    .columns(paid(c, "Commission"), null, sum(paid(c, "Swap"), paid(c, "Rollover")))
                    .netPnl(net);
            if (result != null && (gross || net == null)) {
                draft.stated(
                        result.toPlainString(),
                        gross ? ResultBasis.BEFORE_COSTS : ResultBasis.UNSAID);
            }
            rows.add(draft);
            sum = result == null ? sum : sum.add(result);
        }

        /// Commission, swap and rollover together; null when the file has none of the columns.
        private @Nullable BigDecimal costs(Cells c) throws RefusedRow {
            return sum(paid(c, "Commission"), sum(paid(c, "Swap"), paid(c, "Rollover")));
        }

        private @Nullable BigDecimal paid(Cells c, String column) throws RefusedRow {
            BigDecimal one = c.numberOrNull(h.find(column));
            return one == null ? null : BigDecimal.ZERO.subtract(one);
        }

        private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            return a == null ? b : b == null ? a : a.add(b);
        }

        private static Multiplier multiplier(
                Direction direction,
                BigDecimal volume,
                BigDecimal open,
                BigDecimal close,
                @Nullable BigDecimal result) {
            if (result == null) {
                return Multiplier.UNKNOWN;
            }
            BigDecimal points = close.subtract(open).multiply(BigDecimal.valueOf(direction.sign()));
            BigDecimal worth = points.multiply(volume);
            // Shares: a point is a unit of money, to the cent.
            return worth.subtract(result).abs().compareTo(new BigDecimal("0.011")) <= 0
                    ? Multiplier.ONE
                    : Multiplier.UNKNOWN;
        }

        private static ExitReason reason(String origin) {
            return switch (origin) {
                case "S/L", "SL" -> ExitReason.SL;
                case "T/P", "TP" -> ExitReason.TP;
                default -> ExitReason.UNKNOWN;
            };
        }
    }
}
