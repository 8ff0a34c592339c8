package credence.imports.formats.stocks;

import credence.core.fact.CallDetails;
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
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// eToro, closed positions as CSV (the sheet of the account statement): one position a row.
///
/// - `Position ID, Action, [Long / Short,] Amount, Units [/ Contracts], Open Date, Close Date, Leverage, Spread …, Profit(USD), …, Open
///   Rate, Close Rate, Take profit rate, Stop lose rate, Rollover (Overnight) Fees and Dividends, Copied From, Type, ISIN, Notes`; the
///   columns have changed every year. `dd/MM/yyyy HH:mm:ss`.
/// - Action is `Buy CSX Corp`, `Sell EUR/USD`, or the name alone with Long or Short beside; the ticker may stand in brackets.
/// - Rates are in the instrument's currency, profit in dollars: the worth of a point is known where the two agree.
/// - Whether profit holds overnight fees and dividends is documented nowhere: it counts as the net result only where there are none. Else the
///   result is what the rates make, or left open where they do not make the profit.
public final class EtoroClosed implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "eToro's closed positions",
                    "Position ID",
                    "Action",
                    "Units|Units / Contracts",
                    "Open Date",
                    "Close Date",
                    "Open Rate",
                    "Close Rate",
                    "Profit|Profit(USD)|Profit (USD)");
    private static final Pattern SIDE = Pattern.compile("(Buy|Sell) (.+)");
    private static final Pattern TICKER = Pattern.compile(".*\\(([A-Za-z0-9.]+)(?:/[A-Z]+)?\\)");
    private static final BigDecimal CENT = new BigDecimal("0.011");

    @Override
    public String id() {
        return "etoro-closed";
    }

    @Override
    public String title() {
        return "eToro, closed positions (CSV)";
    }

    @Override
    public String book() {
        return "eToro";
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
        Table table = Table.read(document, Recognised.place(detection), tally);
        ZoneId zone = TimeColumn.required(options, "The times of eToro are those of its report");
        new Reader(table, zone, options, tally).read();
    }

    private static final class Reader {

        private final Table table;
        private final Header h;
        private final Tally tally;
        private final Owners owners;
        private final TimeColumn times;
        private final JournalRows rows;
        private long byRates;
        private long left;

        Reader(Table table, ZoneId zone, ImportOptions options, Tally tally) {
            this.table = table;
            this.h = table.header();
            this.tally = tally;
            this.rows = new JournalRows(tally);
            this.owners = new Owners("eToro", options, tally);
            this.times = TimeColumn.known("Open Date", DateOrder.DAY_FIRST, zone, tally);
        }

        private int profit() {
            return h.findAny("Profit(USD)", "Profit (USD)", "Profit");
        }

        private boolean inDollars() {
            return h.findAny("Profit(USD)", "Profit (USD)") >= 0;
        }

        private int overnight() {
            return h.findAny("Overnight Fees and Dividends", "Rollover Fees and Dividends");
        }

        void read() throws UnreadableFile {
            Cells cells =
                    new Cells(
                            table,
                            NumberStyle.settleOrEither(
                                    table,
                                    h.find("Amount"),
                                    h.findAny("Units", "Units / Contracts"),
                                    h.find("Open Rate"),
                                    h.find("Close Rate"),
                                    profit()));
            for (Row row : table.rows()) {
                try {
                    one(cells.at(row));
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            rows.acceptAll(tally);
            times.noteRepeatedHours(tally);
            if (byRates + left > 0) {
                tally.note(
                        positions(byRates + left, "has", "have")
                                + " overnight fees or dividends. eToro does not say whether its"
                                + " profit holds them: both are kept with the trade, and the fees"
                                + " and dividends are not counted."
                                + (byRates == 0
                                        ? ""
                                        : " "
                                                + positions(byRates, "counts", "count")
                                                + " by open and close rate, which make the profit"
                                                + " eToro states.")
                                + (left == 0
                                        ? ""
                                        : " The result of "
                                                + positions(left, "is", "are")
                                                + " left open, in no sum of money: the rates do"
                                                + " not make the profit."));
            }
        }

        private static String positions(long count, String one, String more) {
            return count + (count == 1 ? " position " + one : " positions " + more);
        }

        private void one(Cells c) throws RefusedRow {
            int line = c.line();
            String action = c.text(h.find("Action"));
            Matcher m = SIDE.matcher(action);
            boolean worded = m.matches();
            Direction direction =
                    direction(c, worded ? m.group(1) : "", c.text(h.find("Long / Short")));
            String name = worded ? m.group(2) : action;
            Matcher ticker = TICKER.matcher(name);
            BigDecimal units = c.positive(h.findAny("Units", "Units / Contracts"));
            BigDecimal open = c.number(h.find("Open Rate"));
            BigDecimal close = c.number(h.find("Close Rate"));
            BigDecimal result = c.number(profit());
            BigDecimal overnight = c.numberOrNull(overnight());
            boolean plain = overnight == null || overnight.signum() == 0;
            Multiplier worth = multiplier(direction, units, open, close, result);
            if (!plain && worth.equals(Multiplier.ONE)) {
                byRates++;
            } else if (!plain) {
                left++;
            }
            Instant opened = times.read(c.raw(h.find("Open Date")), line);
            String copied = c.text(h.find("Copied From"));
            TradeDraft draft =
                    new TradeDraft(
                                    line,
                                    owners.of(Clues.NONE.tag(copied).symbol(name).time(opened)),
                                    owners.symbol(
                                            ticker.matches() ? ticker.group(1) : name,
                                            line,
                                            "Action"),
                                    direction,
                                    new Quantity(units),
                                    opened,
                                    new Price(open))
                            .exit(times.read(c.raw(h.find("Close Date")), line), new Price(close))
                            .netPnl(plain ? result : null)
                            .currency(owners.currency(inDollars() ? "USD" : ""))
                            .multiplier(worth)
                            .stop(level(c, h.findAny("Stop loss rate", "Stop lose rate")))
                            .takeProfit(level(c, h.find("Take profit rate")))
                            .call(leverage(c))
                            .source(owners.source(SourceClass.LIVE))
                            .id(c.text(h.find("Position ID")))
                            .extra("instrument", name)
                            .extra("asset", c.text(h.find("Type")))
                            .extra("copied_from", copied.equals("-") ? "" : copied)
                            .stated(result.toPlainString(), ResultBasis.UNSAID);
            if (!plain) {
                draft.extra("overnight_fees_and_dividends", c.text(overnight()));
            }
            rows.add(draft);
        }

        private Direction direction(Cells c, String word, String longShort) throws RefusedRow {
            String s = longShort.isEmpty() ? word : longShort;
            return switch (s) {
                case "Long", "Buy" -> Direction.LONG;
                case "Short", "Sell" -> Direction.SHORT;
                default ->
                        throw c.refuse(
                                h.find("Action"),
                                "The row says neither Buy nor Sell, Long nor Short.",
                                "Export the closed positions again.");
            };
        }

        private static Multiplier multiplier(
                Direction direction,
                BigDecimal units,
                BigDecimal open,
                BigDecimal close,
                BigDecimal result) {
            BigDecimal worth =
                    close.subtract(open)
                            .multiply(BigDecimal.valueOf(direction.sign()))
                            .multiply(units);
            // Rates are rounded to cents at times: what that can make of the units counts as equal.
            BigDecimal rounding = CENT.add(units.multiply(new BigDecimal("0.01")));
            return worth.subtract(result).abs().compareTo(rounding) <= 0
                    ? Multiplier.ONE
                    : Multiplier.UNKNOWN;
        }

        /// Levels that mean "none" are zero or below.
        private static @Nullable Price level(Cells c, int column) throws RefusedRow {
            BigDecimal value = c.numberOrNull(column);
            return value == null || value.signum() <= 0 ? null : new Price(value);
        }

        private CallDetails leverage(Cells c) {
            String text = c.text(h.find("Leverage")).replaceFirst("^[xX]", "");
            if (!text.matches("\\d+")) {
                return CallDetails.NONE;
            }
            CallDetails n = CallDetails.NONE;
            return new CallDetails(
                    n.confidence(),
                    n.pattern(),
                    n.timeframe(),
                    Optional.of(new BigDecimal(text)),
                    n.version(),
                    n.variant(),
                    n.reasoning(),
                    n.scores(),
                    n.indicators(),
                    n.heads());
        }
    }
}
