package credence.imports.formats.metatrader;

import credence.core.fact.ResultBasis;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A plain table of closed trades as scripts, portals and experts write it out of MetaTrader: one row a trade, in lots.
///
/// - Needs symbol, side, lots, open and close time, open and close price, profit, under their usual English names.
/// - May have `Ticket`/`Position`/`Order`, `Magic`, `Comment`, `Account`, `Currency`, `Commission`, `Swap`, `Taxes`/`Fee`, `S/L`, `T/P`.
/// - MetaTrader's signs: profit is **before costs** where there are columns of costs, as in MetaTrader's own lists; without any it is not told
///   what it is after; swap is negative when paid. A commission column without a single negative
///   number is read as positive when paid.
/// - The magic number is the bot. Times are the broker's.
public final class ClosedTrades implements JournalFormat {

    private static final int SCORE = 55;

    private static final String[] SYMBOL = {"Symbol", "Item", "Instrument", "Pair"};
    private static final String[] SIDE = {"Side", "Type", "Direction", "Action"};
    private static final String[] LOTS = {"Lots", "Volume", "Size", "Quantity", "Qty"};
    private static final String[] OPENED = {"Open Time", "OpenTime", "Entry Time", "Opened"};
    private static final String[] CLOSED = {"Close Time", "CloseTime", "Exit Time", "Closed"};
    private static final String[] OPEN = {"Open Price", "OpenPrice", "Entry Price"};
    private static final String[] CLOSE = {"Close Price", "ClosePrice", "Exit Price"};
    private static final String[] PROFIT = {"Profit", "P/L", "PnL"};
    private static final String[] TICKET = {"Ticket", "Position", "Order", "Position ID"};

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "a table of closed trades",
                    either(SYMBOL),
                    either(SIDE),
                    either(LOTS),
                    either(OPENED),
                    either(CLOSED),
                    either(OPEN),
                    either(CLOSE),
                    either(PROFIT));

    private static String either(String... names) {
        return String.join("|", names);
    }

    private record Read(Row row, MtTrade trade) {}

    @Override
    public String id() {
        return "closed-trades";
    }

    @Override
    public String title() {
        return "Closed trades in lots, one a row (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        Detection found = HEADER.detect(document);
        return found.recognised()
                ? new Detection(SCORE, found.reason(), found.header())
                : Detection.no(found.reason());
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = Objects.requireNonNull(detection.header());
        Table table = Table.read(document, place, tally);
        Header h = table.header();
        int lots = h.findAny(LOTS);
        int open = h.findAny(OPEN);
        int close = h.findAny(CLOSE);
        int profit = h.findAny(PROFIT);
        int commission = h.findAny("Commission", "Commissions");
        int swap = h.find("Swap");
        int fee = h.findAny("Taxes", "Fee", "Fees");
        NumberStyle numbers =
                NumberStyle.settle(table, lots, open, close, profit, commission, swap, fee);
        Cells c = new Cells(table, numbers);
        var zone = TimeColumn.required(options, MetaTrader.TIMES);
        TimeColumn opened = TimeColumn.settle(table, h.findAny(OPENED), zone);
        TimeColumn closed = TimeColumn.settle(table, h.findAny(CLOSED), zone);
        boolean paidIsNegative = anyNegative(table, c, commission);
        boolean feeIsNegative = anyNegative(table, c, fee);
        boolean costColumns = commission >= 0 || swap >= 0 || fee >= 0;
        PointWorth worth = new PointWorth(false);
        List<Read> trades = new ArrayList<>();
        for (Row row : table.rows()) {
            c.at(row);
            try {
                String type = c.text(h.findAny(SIDE)).toLowerCase(Locale.ROOT);
                if (type.equals("balance") || type.equals("credit") || type.equals("deposit")) {
                    tally.skip("deposit or withdrawal", row);
                    continue;
                }
                BigDecimal swapped = c.numberOrNull(swap);
                MtCosts costs =
                        MtCosts.of(
                                signed(c.numberOrNull(commission), paidIsNegative),
                                signed(c.numberOrNull(fee), feeIsNegative),
                                swapped);
                MtTrade t =
                        new MtTrade(
                                c.line(),
                                1,
                                c.text(h.findAny(SYMBOL)),
                                direction(c, h.findAny(SIDE)),
                                c.positive(lots),
                                opened.read(c.text(h.findAny(OPENED)), c.line()),
                                c.number(open),
                                closed.read(c.text(h.findAny(CLOSED)), c.line()),
                                c.number(close),
                                c.number(profit),
                                costs,
                                Comments.reason(c.text(h.find("Comment"))));
                worth.add(
                        t.symbol(),
                        t.direction(),
                        t.lots(),
                        t.entryPrice(),
                        Objects.requireNonNull(t.exitPrice()),
                        t.profit());
                trades.add(new Read(row, t));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        Owners owners = new Owners("table of trades", options, tally);
        JournalRows rows = new JournalRows(tally);
        for (Read read : trades) {
            try {
                rows.add(draft(c.at(read.row), h, read.trade, owners, worth, costColumns));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        opened.noteRepeatedHours(tally);
        closed.noteRepeatedHours(tally);
        if (!costColumns) {
            tally.note("The table states no costs: whether its profit is after them is not known.");
        }
    }

    private static TradeDraft draft(
            Cells c, Header h, MtTrade t, Owners owners, PointWorth worth, boolean costColumns)
            throws RefusedRow {
        String magic = c.text(h.findAny("Magic", "Magic Number", "MagicNumber"));
        String comment = c.text(h.find("Comment"));
        Clues clues =
                Clues.NONE
                        .bot(magic.equals("0") ? "" : magic)
                        .account(c.text(h.findAny("Account", "Account Number", "Login")))
                        .tag(comment)
                        .symbol(t.symbol())
                        .time(t.entryTime());
        BigDecimal exitPrice = Objects.requireNonNull(t.exitPrice());
        TradeDraft draft =
                new TradeDraft(
                                t.line(),
                                owners.of(clues),
                                owners.symbol(t.symbol(), t.line(), "Symbol"),
                                t.direction(),
                                new Quantity(t.lots()),
                                t.entryTime(),
                                new Price(t.entryPrice()))
                        .id(c.text(h.findAny(TICKET)))
                        .exit(Objects.requireNonNull(t.exitTime()), new Price(exitPrice))
                        .multiplier(
                                worth.of(
                                        t.symbol(),
                                        t.direction(),
                                        t.lots(),
                                        t.entryPrice(),
                                        exitPrice,
                                        t.profit()))
                        .currency(owners.currency(c.text(h.find("Currency"))))
                        .source(owners.source(SourceClass.LIVE))
                        .extra("comment", comment)
                        .extra(
                                "stop at the end",
                                c.text(h.findAny("S/L", "S / L", "SL", "Stop Loss")))
                        .extra(
                                "take profit at the end",
                                c.text(h.findAny("T/P", "T / P", "TP", "Take Profit")));
        return t.result(draft, costColumns ? ResultBasis.BEFORE_COSTS : ResultBasis.UNSAID);
    }

    private static @Nullable BigDecimal signed(@Nullable BigDecimal cost, boolean negativeIsPaid) {
        return cost == null || negativeIsPaid ? cost : cost.negate();
    }

    private static boolean anyNegative(Table table, Cells c, int column) {
        for (Row row : table.rows()) {
            try {
                BigDecimal cost = c.at(row).numberOrNull(column);
                if (cost != null && cost.signum() < 0) {
                    return true;
                }
            } catch (RefusedRow _) {
                continue; // refused where the row is read
            }
        }
        return false;
    }

    private static Direction direction(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "buy", "long", "0" -> Direction.LONG;
            case "sell", "short", "1" -> Direction.SHORT;
            default ->
                    throw c.refuse(
                            column,
                            "The side is none of buy, sell, long, short.",
                            "Write buy or sell.");
        };
    }
}
