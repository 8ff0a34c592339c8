package credence.imports.formats.stocks;

import credence.core.fact.Extra;
import credence.core.fact.PositionEffect;
import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.imports.ZoneNames;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Trading 212, history as CSV (Invest and ISA).
///
/// - `Action,Time,ISIN,Ticker,Name,No. of shares,Price / share,Currency (Price / share),Exchange rate,Result,…,Total,…,Notes,ID,` and
///   fees; the columns depend on what the period holds. Older files have the currency in the column's name (`Total (EUR)`), newer ones
///   in a column of its own (`Currency (Total)`).
/// - The order kind is in the action: `Market buy`, `Limit sell`, `Stop limit buy`. Deposits, dividends, interest and transfers stand
///   among the trades; some of their rows are shifted by a column.
/// - A split is `Stock split close` of the old shares and `Stock split open` of the new ones, at one moment, for one amount, each with an ID.
/// - Times with or without milliseconds; newer files say `Time (UTC)`. The exchange rate is the price's currency per unit of the
///   account's; London prices are in pence (GBX).
/// - Fees (conversion, stamp duty, transaction taxes, FINRA) are positive when paid, in the account's currency; total = shares ×
///   price ÷ rate, with the fees added to a purchase and taken off a sale.
/// - Result of a sale is by average price; whether it holds the fees is told either way by Trading 212’s own staff, so it is held against the
///   nearest, and only where it is in the price’s currency.
/// - `ID` is one a fill. These accounts cannot sell short: purchases open, sales close. No bot, no account.
public final class Trading212 implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Trading 212's history",
                    "Action",
                    "Time|Time (UTC)",
                    "Ticker",
                    "No. of shares",
                    "Price / share",
                    "Currency (Price / share)",
                    "Exchange rate",
                    "Total*");
    private static final Pattern TRADE =
            Pattern.compile("(?:market|limit|stop|stop limit) (buy|sell)");
    private static final String[] FEES = {
        "Currency conversion fee",
        "Stamp duty",
        "Stamp duty reserve tax",
        "Transaction fee",
        "Finra fee",
        "French transaction tax",
        "Ptm levy"
    };

    @Override
    public String id() {
        return "trading212";
    }

    @Override
    public String title() {
        return "Trading 212, history (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        Table table = Table.read(document, Recognised.place(detection), tally);
        int time = table.header().findAny("Time (UTC)", "Time");
        Optional<ZoneId> zone = ZoneNames.inColumn(table.header().name(time)).or(options::zone);
        if (zone.isEmpty()) {
            TimeColumn.required(options, "The column Time of this file names no zone");
        }
        TimeColumn times =
                TimeColumn.known(
                        table.header().name(time), DateOrder.YEAR_FIRST, zone.orElseThrow(), tally);
        new Reader(table, times, options, tally).read();
    }

    /// An amount in the account's currency and the column with the name of that currency, if it has one.
    private record Money(int column, int currencyColumn, String currency) {

        static Optional<Money> of(Header h, String name) {
            int column = -1;
            for (int i = 0; i < h.size() && column < 0; i++) {
                String n = h.name(i).toLowerCase(Locale.ROOT);
                String wanted = name.toLowerCase(Locale.ROOT);
                if (n.equals(wanted) || n.matches(Pattern.quote(wanted) + " \\([a-z]{3}\\)")) {
                    column = i;
                }
            }
            if (column < 0) {
                return Optional.empty();
            }
            Matcher in = Pattern.compile("\\(([A-Z]{3})\\)$").matcher(h.name(column));
            return Optional.of(
                    new Money(
                            column,
                            h.find("Currency (" + name + ")"),
                            in.find() ? in.group(1) : ""));
        }

        String currency(Cells cells) {
            return currencyColumn >= 0 ? cells.text(currencyColumn) : currency;
        }
    }

    private static final class Reader {

        private final Table table;
        private final Header h;
        private final TimeColumn times;
        private final Tally tally;
        private final ShareFills fills;
        private final AmountCheck totals;
        private final Optional<Money> total;
        private final List<Money> fees = new ArrayList<>();
        private long foreign;
        private long splits;

        Reader(Table table, TimeColumn times, ImportOptions options, Tally tally) {
            this.table = table;
            this.h = table.header();
            this.times = times;
            this.tally = tally;
            this.fills = new ShareFills("Trading 212", options, tally);
            this.totals = new AmountCheck(tally, "Totals of all trades");
            this.total = Money.of(h, "Total");
            for (String fee : FEES) {
                Money.of(h, fee).ifPresent(fees::add);
            }
        }

        void read() {
            Cells cells = new Cells(table, NumberStyle.POINT);
            for (Row row : table.rows()) {
                cells.at(row);
                String action = cells.text(h.find("Action"));
                Matcher m = TRADE.matcher(action.toLowerCase(Locale.ROOT));
                Side split = split(cells, action);
                if (split != null) {
                    splits++;
                } else if (!m.matches()) {
                    if (action.startsWith("Stock") || action.startsWith("Transfer")) {
                        tally.note(
                                "Rows of action “"
                                        + action
                                        + "” change a position without being trades; they were"
                                        + " left out.");
                    }
                    tally.skip(action.isEmpty() ? "row of no action" : action + " (no trade)", row);
                    continue;
                }
                try {
                    fill(
                            cells,
                            action,
                            split != null
                                    ? split
                                    : m.group(1).equals("buy") ? Side.BUY : Side.SELL);
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            fills.acceptAll();
            times.noteRepeatedHours(tally);
            totals.report();
            if (splits > 0) {
                tally.note(
                        "Splits end a position at its price before and open it at the price after,"
                                + " as the file tells them: the result until then and that from"
                                + " then on are two trades.");
            }
            if (foreign > 0) {
                tally.note(
                        "The fees of "
                                + foreign
                                + (foreign == 1 ? " fill" : " fills")
                                + " are in the account's currency; where the row states its"
                                + " exchange rate they were valued with it, else kept as"
                                + " “fee”.");
            }
        }

        /// A split is told as the old shares going and the new ones coming, at one moment and for one amount. Null when the row is none, has no
        /// price, or is shifted.
        private @Nullable Side split(Cells cells, String action) {
            for (String column : List.of("Price / share", "No. of shares")) {
                String number = cells.text(h.find(column));
                if (!number.matches("\\d+(\\.\\d+)?") || !number.matches(".*[1-9].*")) {
                    return null;
                }
            }
            return switch (action.toLowerCase(Locale.ROOT)) {
                case "stock split close" -> Side.SELL;
                case "stock split open" -> Side.BUY;
                default -> null;
            };
        }

        private void fill(Cells cells, String action, Side side) throws RefusedRow {
            BigDecimal quantity = cells.positive(h.find("No. of shares"));
            BigDecimal price = cells.number(h.find("Price / share"));
            String currency = cells.text(h.find("Currency (Price / share)"));
            BigDecimal rate = rate(cells);
            FillDraft draft =
                    fills.draft(
                                    cells.line(),
                                    "",
                                    cells.optionalText(h.find("Ticker"))
                                            .orElse(cells.text(h.find("ISIN"))),
                                    "Ticker",
                                    side,
                                    quantity,
                                    price,
                                    times.read(
                                            cells.raw(h.findAny("Time (UTC)", "Time")),
                                            cells.line()))
                            .id(cells.text(h.find("ID")))
                            .effect(side == Side.BUY ? PositionEffect.OPEN : PositionEffect.CLOSE)
                            .currency(
                                    currency.isEmpty()
                                            ? fills.owners().currency("")
                                            : Pence.money(currency))
                            .multiplier(Pence.multiplier(currency))
                            .extra("action", action)
                            .extra("isin", cells.text(h.find("ISIN")));
            @Nullable BigDecimal paid = null;
            String feeCurrency = "";
            for (Money fee : fees) {
                BigDecimal one = cells.numberOrNull(fee.column());
                if (one != null) {
                    paid = paid == null ? one : paid.add(one);
                    feeCurrency = fee.currency(cells);
                }
            }
            cost(draft, paid, feeCurrency, currency, rate);
            check(cells, side, quantity.multiply(price), rate, paid);
            Optional<Money> result = Money.of(h, "Result");
            if (side == Side.SELL && result.isPresent()) {
                String resultCurrency = result.get().currency(cells);
                // Only a result in the price's currency can be held against price and size.
                draft.extra(
                                resultCurrency.equalsIgnoreCase(currency)
                                        ? Extra.STATED_PNL
                                        : "result",
                                cells.text(result.get().column()))
                        .extra("result_currency", resultCurrency);
            }
            fills.add(draft);
        }

        private @Nullable BigDecimal rate(Cells cells) {
            String text = cells.text(h.find("Exchange rate"));
            return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
        }

        private void cost(
                FillDraft draft,
                @Nullable BigDecimal paid,
                String feeCurrency,
                String currency,
                @Nullable BigDecimal rate) {
            if (paid == null) {
                return;
            }
            String money = currency.isEmpty() ? "" : Pence.money(currency).code();
            if (feeCurrency.isEmpty() || feeCurrency.equalsIgnoreCase(money)) {
                draft.fees(paid);
                return;
            }
            foreign++;
            if (rate == null) {
                draft.extra("fee", paid.toPlainString()).extra("fee_currency", feeCurrency);
                return;
            }
            draft.fees(paid.multiply(rate).multiply(Pence.multiplier(currency).value()))
                    .extra("fee_charged", paid.toPlainString() + " " + feeCurrency);
        }

        private void check(
                Cells cells,
                Side side,
                BigDecimal gross,
                @Nullable BigDecimal rate,
                @Nullable BigDecimal paid)
                throws RefusedRow {
            BigDecimal stated = total.isEmpty() ? null : cells.numberOrNull(total.get().column());
            if (stated == null || rate == null || rate.signum() == 0) {
                return;
            }
            BigDecimal value = gross.divide(rate, 8, RoundingMode.HALF_EVEN);
            BigDecimal costs = paid == null ? BigDecimal.ZERO : paid;
            BigDecimal half = new BigDecimal("0.01");
            // The rate and the price are rounded too: half of their last digits in a thousand.
            BigDecimal rounding =
                    half.add(
                            value.abs()
                                    .multiply(
                                            BigDecimal.ONE
                                                    .movePointLeft(rate.scale())
                                                    .divide(rate, 8, RoundingMode.UP)));
            totals.add(
                    cells.line(),
                    total.orElseThrow().currency(cells),
                    stated.abs(),
                    side == Side.BUY ? value.add(costs) : value.subtract(costs),
                    rounding);
        }
    }
}
