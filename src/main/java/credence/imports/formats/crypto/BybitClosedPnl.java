package credence.imports.formats.crypto;

import credence.core.fact.ExitReason;
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
import credence.imports.JournalFormat;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Bybit, closed P&L of derivatives: one row a closed position or part of one.
///
/// - Older: `Contracts, Closing Direction, Qty, Entry Price, Exit Price, Closed P&L, Exit Type, Trade Time(UTC+0)`, later also `Order No., Create
///   Time`. The closing direction is the exit's: `Sell` or `Close Long` ended a long position.
/// - Newer: `Market, Order Quantity, Entry Price, Exit Price, Opening Fee, Closing Fee, Funding Fee, …, Trade Type, Realized P&L, Trade time`:
///   no direction at all. It follows where the price's move times quantity, less the costs stated, is the result for one direction
///   only; else the row is refused.
/// - The result is after all costs. **No time of opening anywhere** (create time is the closing order's): the entry is given the
///   exit's time, and every row says so.
/// - No id.
public final class BybitClosedPnl implements JournalFormat {

    private static final List<HeaderFingerprint> LAYOUTS =
            List.of(
                    HeaderFingerprint.of(
                            "Bybit's closed P&L",
                            "Contracts",
                            "Closing Direction",
                            "Qty",
                            "Entry Price",
                            "Exit Price",
                            "Closed P&L",
                            "trade_time*"),
                    HeaderFingerprint.of(
                            "Bybit's closed P&L",
                            "Market",
                            "Order Quantity",
                            "Entry Price",
                            "Exit Price",
                            "Opening Fee",
                            "Closing Fee",
                            "Realized P&L",
                            "trade_time*"));

    @Override
    public String id() {
        return "bybit-closed-pnl";
    }

    @Override
    public String title() {
        return "Bybit, closed P&L of derivatives (CSV)";
    }

    @Override
    public String book() {
        return "Bybit, derivatives";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return ExchangeFile.surest(document, LAYOUTS);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        ExchangeFile file = ExchangeFile.open("Bybit", document, detection, options, tally);
        Header h = file.header();
        int time = h.findFrom("Trade Time");
        int market = h.findAny("Contracts", "Market");
        int quantity = h.findAny("Qty", "Order Quantity");
        int entry = h.find("Entry Price");
        int exit = h.find("Exit Price");
        int result = h.findAny("Closed P&L", "Realized P&L");
        int[] costColumns = {h.find("Opening Fee"), h.find("Closing Fee"), h.find("Funding Fee")};
        TimeColumn times =
                FileZone.said(
                        file,
                        time,
                        document.name(),
                        "Bybit tells closed positions in the zone that was chosen for the export");
        file.numbersIn(
                quantity, entry, exit, result, costColumns[0], costColumns[1], costColumns[2]);
        String account = BybitUid.of(document);
        Turnover results = new Turnover(h.name(result) + " before costs");
        file.each(
                c -> {
                    Instant when = times.read(FileZone.unfolded(c.text(time)), c.line());
                    Contract contract = Contract.of(c.text(market), QuoteCoins.USUAL);
                    if (contract == null) {
                        throw file.unknownPair(market);
                    }
                    BigDecimal size = file.magnitude(quantity);
                    BigDecimal from = c.positive(entry);
                    BigDecimal to = c.positive(exit);
                    BigDecimal net = c.number(result);
                    BigDecimal costs = costs(c, costColumns);
                    Direction direction =
                            h.has("Closing Direction")
                                    ? closed(c, h.find("Closing Direction"))
                                    : byResult(c, contract, size, from, to, net, costs, result);
                    if (costs != null && !contract.inverse()) {
                        results.addResult(
                                c.line(),
                                contract.settlement(),
                                net.add(costs),
                                from,
                                to,
                                size,
                                direction == Direction.LONG);
                    }
                    TradeDraft trade =
                            new TradeDraft(
                                            c.line(),
                                            file.owner(
                                                    Clues.NONE
                                                            .account(account)
                                                            .symbol(c.text(market))
                                                            .time(when)),
                                            file.owners()
                                                    .symbol(c.text(market), c.line(), "Market"),
                                            direction,
                                            new Quantity(size),
                                            when,
                                            new Price(from))
                                    .exit(when, new Price(to))
                                    .reason(ExitReason.UNKNOWN)
                                    .netPnl(net)
                                    .costs(costs)
                                    .columns(
                                            null,
                                            costs(c, costColumns[0], costColumns[1]),
                                            costs(c, costColumns[2]))
                                    .currency(file.owners().currency(contract.settlement()))
                                    .multiplier(contract.multiplier())
                                    .source(file.owners().source(SourceClass.LIVE))
                                    .extra("entry_time", "not stated")
                                    .extra("order_id", c.text(h.find("Order No.")))
                                    .extra(
                                            "exit_type",
                                            c.text(h.findAny("Exit Type", "Trade Type")));
                    file.rows().add(trade);
                });
        results.report(tally);
        if (!file.rows().isEmpty()) {
            tally.note(
                    "Bybit's closed P&L does not say when a position was opened: entries have the"
                        + " time of their exits, so holding times are 0 and situations are those of"
                        + " the exit. Import the derivatives trades instead if you can; not both.");
        }
        file.finish();
        times.noteRepeatedHours(tally);
    }

    private static @Nullable BigDecimal costs(Cells c, int... columns) throws RefusedRow {
        BigDecimal sum = null;
        for (int column : columns) {
            BigDecimal cost = c.numberOrNull(column);
            if (cost != null) {
                sum = sum == null ? cost : sum.add(cost);
            }
        }
        return sum;
    }

    private static Direction closed(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "sell", "close long" -> Direction.LONG;
            case "buy", "close short" -> Direction.SHORT;
            default ->
                    throw c.refuse(
                            column,
                            "This does not say which side was closed.",
                            "Export the file again, in English.");
        };
    }

    private static Direction byResult(
            Cells c,
            Contract contract,
            BigDecimal size,
            BigDecimal from,
            BigDecimal to,
            BigDecimal net,
            @Nullable BigDecimal costs,
            int column)
            throws RefusedRow {
        BigDecimal gross = net.add(costs == null ? BigDecimal.ZERO : costs);
        BigDecimal move = to.subtract(from).multiply(size);
        // Averaged prices are rounded: the nearer direction must be nearer by far.
        BigDecimal asLong = gross.subtract(move).abs();
        BigDecimal asShort = gross.add(move).abs();
        BigDecimal tenth = move.abs().divide(BigDecimal.TEN);
        if (!contract.inverse() && asLong.compareTo(tenth) < 0) {
            return Direction.LONG;
        }
        if (!contract.inverse() && asShort.compareTo(tenth) < 0) {
            return Direction.SHORT;
        }
        throw c.refuse(
                column,
                "It cannot be told from the result whether this was long or short.",
                "Import Bybit's derivatives trades instead.");
    }
}
