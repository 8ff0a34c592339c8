package credence.imports.formats.stocks;

import credence.core.value.CurrencyCode;
import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Notional;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Saxo (also Binck), transactions as CSV.
///
/// - `Client ID,Trade Date,Value Date,Type,Instrument,Instrument ISIN,Instrument currency,Exchange Description,Instrument
///   Symbol,Event,Amount,Order ID,Conversion Rate`; days only, `02-Jan-2025`, months in the account's language; newest first.
/// - Side, size and price stand in the event alone: `Buy 3 @ 134.85 USD`, `Koop 1.5 @ 110.01 EUR`. Symbol is `NVDA:xnas`.
/// - The amount is in the account's currency (instrument's × conversion rate), signed, and includes the costs: with a rate of 1 the
///   costs are what it is short of size × price.
/// - Newer exports say `Booked Amount` for Amount and add `From Derivative, Underlying asset type`.
/// - Dividends, fees, deposits stand among the trades. Equal rows are often genuine (orders filled in slices).
public final class Saxo implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Saxo's transactions",
                    "Trade Date",
                    "Value Date",
                    "Type",
                    "Instrument",
                    "Instrument Symbol",
                    "Event",
                    "Amount|Booked Amount",
                    "Conversion Rate");
    private static final Pattern TRADE =
            Pattern.compile("(\\p{L}+) (-?[\\d.,]+) @ (-?[\\d.,]+) ([A-Z]{3})");
    private static final Map<String, Side> SIDES =
            Map.ofEntries(
                    Map.entry("buy", Side.BUY),
                    Map.entry("bought", Side.BUY),
                    Map.entry("koop", Side.BUY),
                    Map.entry("kauf", Side.BUY),
                    Map.entry("achat", Side.BUY),
                    Map.entry("køb", Side.BUY),
                    Map.entry("acquisto", Side.BUY),
                    Map.entry("compra", Side.BUY),
                    Map.entry("sell", Side.SELL),
                    Map.entry("sold", Side.SELL),
                    Map.entry("verkoop", Side.SELL),
                    Map.entry("verkauf", Side.SELL),
                    Map.entry("vente", Side.SELL),
                    Map.entry("salg", Side.SELL),
                    Map.entry("vendita", Side.SELL),
                    Map.entry("venta", Side.SELL));
    private static final Map<String, String> MONTHS =
            Map.ofEntries(
                    Map.entry("mrt", "Mar"),
                    Map.entry("mär", "Mar"),
                    Map.entry("mars", "Mar"),
                    Map.entry("mei", "May"),
                    Map.entry("mai", "May"),
                    Map.entry("maj", "May"),
                    Map.entry("mag", "May"),
                    Map.entry("okt", "Oct"),
                    Map.entry("ott", "Oct"),
                    Map.entry("dez", "Dec"),
                    Map.entry("déc", "Dec"),
                    Map.entry("dic", "Dec"),
                    Map.entry("févr", "Feb"),
                    Map.entry("fév", "Feb"),
                    Map.entry("avr", "Apr"),
                    Map.entry("juin", "Jun"),
                    Map.entry("juil", "Jul"),
                    Map.entry("août", "Aug"),
                    Map.entry("gen", "Jan"),
                    Map.entry("giu", "Jun"),
                    Map.entry("lug", "Jul"),
                    Map.entry("ago", "Aug"),
                    Map.entry("set", "Sep"),
                    Map.entry("ene", "Jan"),
                    Map.entry("abr", "Apr"));
    private static final BigDecimal MOST_COSTS = new BigDecimal("0.05");

    @Override
    public String id() {
        return "saxo-transactions";
    }

    @Override
    public String title() {
        return "Saxo, transactions (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        new Reader(Table.read(document, Recognised.place(detection), tally), options, tally).read();
    }

    private static final class Reader {

        private final Table table;
        private final Header h;
        private final Tally tally;
        private final ShareFills fills;
        private final TimeColumn days;

        Reader(Table table, ImportOptions options, Tally tally) {
            this.table = table;
            this.h = table.header();
            this.tally = tally;
            this.fills = new ShareFills("Saxo", options, tally);
            this.days = Days.column("Trade Date", DateOrder.DAY_FIRST, options, tally);
        }

        void read() throws UnreadableFile {
            Cells cells =
                    new Cells(
                            table,
                            NumberStyle.settleOrEither(
                                    table, h.findAny("Amount", "Booked Amount")));
            for (Row row : table.rows()) {
                cells.at(row);
                String event = cells.text(h.find("Event"));
                Matcher m = TRADE.matcher(event);
                if (!m.matches()) {
                    String type = cells.text(h.find("Type"));
                    if (event.contains("@")) {
                        tally.refuse(
                                cells.refuse(
                                                h.find("Event"),
                                                "This looks like a trade and cannot be read.",
                                                "Export the transactions again; do not edit them.")
                                        .refusal());
                    } else {
                        tally.skip(
                                type.isEmpty()
                                        ? "row of no type"
                                        : type + ", " + event + " (no trade)",
                                row);
                    }
                    continue;
                }
                try {
                    fill(cells, m);
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            fills.acceptAll();
        }

        private void fill(Cells cells, Matcher m) throws RefusedRow {
            BigDecimal amount = cells.number(h.findAny("Amount", "Booked Amount"));
            BigDecimal rate = rate(cells);
            boolean sameCurrency = rate != null && rate.compareTo(BigDecimal.ONE) == 0;
            DescribedTrade trade =
                    DescribedTrade.of(
                            NumberStyle.POINT,
                            cells.line(),
                            "Event",
                            m.group(),
                            m.group(2).replaceFirst("^-", ""),
                            m.group(3),
                            sameCurrency ? amount : null);
            Side side = side(cells, m.group(1), amount);
            String symbol = cells.text(h.find("Instrument Symbol"));
            int venue = symbol.indexOf(':');
            String traded =
                    symbol.isEmpty()
                            ? cells.text(h.find("Instrument ISIN"))
                            : venue > 0 ? symbol.substring(0, venue) : symbol;
            FillDraft draft =
                    fills.draft(
                                    cells.line(),
                                    cells.text(h.find("Client ID")),
                                    traded,
                                    "Instrument Symbol",
                                    side,
                                    trade.quantity(),
                                    trade.price(),
                                    days.read(date(cells.text(h.find("Trade Date"))), cells.line()))
                            .currency(new CurrencyCode(m.group(4)))
                            .extra("isin", cells.text(h.find("Instrument ISIN")))
                            .extra("venue", venue > 0 ? symbol.substring(venue + 1) : "")
                            .extra("amount", cells.text(h.findAny("Amount", "Booked Amount")));
            String order = cells.text(h.find("Order ID"));
            draft.identifiedBy(order).extra("order_id", order);
            if (sameCurrency) {
                draft.commission(costs(cells, trade, side, amount));
            } else {
                tally.note(
                        "The amounts of some trades are in the account's currency, costs included:"
                                + " their costs are not stated in the price's currency and were"
                                + " left open.");
            }
            fills.add(draft);
        }

        private @Nullable BigDecimal rate(Cells cells) {
            String text = cells.text(h.find("Conversion Rate"));
            return text.matches("\\d+([.,]\\d+)?") ? new BigDecimal(text.replace(',', '.')) : null;
        }

        /// What the amount is short of size × price; null when it cannot be costs.
        private @Nullable BigDecimal costs(
                Cells cells, DescribedTrade trade, Side side, BigDecimal amount) {
            BigDecimal gross = side == Side.BUY ? trade.worth().negate() : trade.worth();
            BigDecimal costs = gross.subtract(amount);
            BigDecimal rounding =
                    Notional.rounding(trade.quantity(), trade.price(), BigDecimal.ONE, amount);
            if (costs.abs().compareTo(rounding) <= 0) {
                return BigDecimal.ZERO;
            }
            BigDecimal most = trade.worth().multiply(MOST_COSTS).max(BigDecimal.valueOf(50));
            if (costs.signum() < 0 || costs.compareTo(most) > 0) {
                tally.note(
                        "Line "
                                + cells.line()
                                + ": the amount "
                                + amount.toPlainString()
                                + " does not go with "
                                + cells.text(h.find("Event"))
                                + "; its costs were left open.");
                return null;
            }
            return costs;
        }

        private Side side(Cells cells, String word, BigDecimal amount) throws RefusedRow {
            Side stated = SIDES.get(word.toLowerCase(Locale.ROOT));
            Side byAmount =
                    amount.signum() == 0 ? stated : amount.signum() < 0 ? Side.BUY : Side.SELL;
            if (byAmount == null || (stated != null && stated != byAmount)) {
                throw cells.refuse(
                        h.find("Event"),
                        "The sign of the amount contradicts the side.",
                        "Export the transactions again; do not edit them.");
            }
            return byAmount;
        }

        /// The day with an English month.
        private static String date(String text) {
            String[] parts = text.split("-", -1);
            if (parts.length != 3) {
                return text;
            }
            String month = parts[1].toLowerCase(Locale.ROOT).replace(".", "");
            return parts[0] + "-" + MONTHS.getOrDefault(month, month) + "-" + parts[2];
        }
    }
}
