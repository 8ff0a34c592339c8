package credence.imports.formats.ibkr;

import credence.core.fact.Extra;
import credence.core.fact.PositionEffect;
import credence.core.fact.ResultBasis;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.FillDraft;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.Notional;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.StatedTotal;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The trades of one Flex query, XML or CSV: executions become fills, everything that repeats them is counted and left out.
///
/// - `levelOfDetail` EXECUTION (or none) is the fill; ORDER, CLOSED_LOT, WASH_SALE, SYMBOL_SUMMARY, ASSET_SUMMARY repeat it.
/// - The bot is the order reference: TWS API's `OrderRef`.
/// - Known by transaction id, else execution id, else trade id (which repeats after corrections).
/// - `BUY (Ca.)`, `SELL (Ca.)` or the note `Ca` cancels an execution of the same instrument, price and size.
/// - `fifoPnlRealized` is **after the commissions** of both sides, as in the Activity Statement (IBKR, Reporting Reference, “Trades”).
/// - Commissions and taxes are negative when paid; the commission may be in another currency.
final class FlexTrades {

    /// One figure by kind and currency.
    private static final class Total {
        private BigDecimal stated = BigDecimal.ZERO;
        private BigDecimal computed = BigDecimal.ZERO;
        private BigDecimal rounding = BigDecimal.ZERO;
    }

    private final ImportOptions options;
    private final Tally tally;
    private final Owners owners;
    private final IbkrMoney money;
    private final List<FlexTrade> trades = new ArrayList<>();
    private final Map<String, Total> totals = new TreeMap<>();
    private boolean orders;

    /// By the line of the execution above them.
    private final Map<Integer, List<String>> lots = new HashMap<>();

    FlexTrades(ImportOptions options, Tally tally) {
        this.options = options;
        this.tally = tally.keepingRows();
        this.owners = new Owners("Interactive Brokers", options, tally);
        this.money = new IbkrMoney(tally);
    }

    /// Takes one data row, which the caller has counted.
    ///
    /// @param table that the row belongs to, for its header
    /// @param level of detail by the row itself or its element
    /// @param account for rows that name none
    void add(Table table, FlexColumns columns, Row row, String level, String account) {
        add(table, columns, row, level, account, NumberStyle.POINT);
    }

    /// The same of a file that has been through a spreadsheet, which may have written its numbers anew.
    void add(
            Table table,
            FlexColumns columns,
            Row row,
            String level,
            String account,
            NumberStyle numbers) {
        String kind = level.toUpperCase(Locale.ROOT);
        if (!kind.isEmpty() && !kind.equals("EXECUTION")) {
            orders |= kind.equals("ORDER");
            if (kind.equals("CLOSED_LOT") || kind.equals("LOT")) {
                lot(new Cells(table, numbers).at(row), columns);
            }
            tally.skip(
                    switch (kind) {
                        case "ORDER" -> "order (its executions are taken)";
                        case "CLOSED_LOT", "LOT" -> "closed lot (no fill)";
                        case "WASH_SALE" -> "wash sale (no fill)";
                        default -> "summary";
                    },
                    row);
            return;
        }
        try {
            trades.add(FlexTrade.of(new Cells(table, numbers).at(row), columns, account));
        } catch (RefusedRow e) {
            tally.refuse(e.refusal());
        }
    }

    /// A lot stands beneath the execution that closed it, and names its instrument.
    private void lot(Cells cells, FlexColumns columns) {
        if (trades.isEmpty()) {
            return;
        }
        FlexTrade trade = trades.getLast();
        String symbol = cells.text(columns.at("symbol"));
        try {
            BigDecimal quantity = cells.numberOrNull(columns.at("quantity"));
            if (quantity == null || !symbol.equals(trade.symbol())) {
                return;
            }
            lots.computeIfAbsent(trade.line(), _ -> new ArrayList<>())
                    .add(
                            ClosedLots.one(
                                    quantity,
                                    cells.text(columns.at("opendatetime")),
                                    null,
                                    cells.numberOrNull(columns.at("fifopnlrealized"))));
        } catch (RefusedRow _) {
            // Only kept for reading: a figure of it that is none changes no trade.
        }
    }

    void finish() throws UnreadableFile {
        if (trades.isEmpty() && orders) {
            tally.note(
                    "The query holds orders but no executions: tick “Executions” in its section"
                            + " Trades, and run it again.");
        }
        TimeColumn times =
                FlexTimes.settle(
                        trades.stream().map(t -> new Row(t.line(), t.time())).toList(),
                        options,
                        tally);
        Cancellations<FlexTrade> cancellations =
                new Cancellations<>(
                        trades,
                        FlexTrade::cancels,
                        t -> t.account() + '\0' + t.symbol() + '\0' + t.currency() + t.price(),
                        FlexTrade::quantity,
                        FlexTrade::line);
        JournalRows rows = new JournalRows(tally);
        for (FlexTrade t : cancellations.standing(tally)) {
            try {
                draft(t, times, rows);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        times.noteRepeatedHours(tally);
        money.noteForeign();
        totals.forEach(
                (what, t) ->
                        tally.reconcile(
                                StatedTotal.compare(what, t.stated, t.computed, t.rounding)));
    }

    private void draft(FlexTrade t, TimeColumn times, JournalRows rows) throws RefusedRow {
        if (t.conversion()
                && t.orderReference().isEmpty()
                && !Conversions.wanted(options, t.symbol())) {
            tally.skip(Conversions.REASON, t.line());
            tally.note(Conversions.note(t.symbol()));
            return;
        }
        Instant time = times.read(t.time(), t.line());
        Symbol symbol = owners.symbol(Conversions.pair(t.symbol()), t.line(), "symbol");
        Multiplier multiplier =
                IbkrMoney.multiplier(
                        t.category(), t.multiplier(), t.quantity(), t.price(), t.worth());
        FillDraft draft =
                new FillDraft(
                                t.line(),
                                owners.of(
                                        Clues.NONE
                                                .bot(t.orderReference())
                                                .account(t.account())
                                                .symbol(t.symbol())
                                                .time(time)
                                                .line(t.line())),
                                time,
                                symbol,
                                t.quantity().signum() > 0 ? Side.BUY : Side.SELL,
                                new Quantity(t.quantity().abs()),
                                new Price(t.price()))
                        .effect(effect(t.openClose()))
                        .currency(owners.currency(t.currency()))
                        .multiplier(multiplier)
                        .tag(t.orderReference())
                        .source(owners.source(SourceClass.LIVE))
                        .id(t.id())
                        .extra("asset", t.category())
                        .extra("order_id", t.orderId())
                        .extra("notes", t.notes())
                        .extra("exchange", t.exchange())
                        .extra(
                                Extra.CLOSED_LOTS,
                                lots.getOrDefault(t.line(), List.of()).stream()
                                        .collect(ClosedLots.ALL));
        if (t.id().isEmpty()) {
            draft.identifiedBy(t.orderId());
        }
        if (!t.realized().isEmpty() && !t.realized().equals("0")) {
            draft.stated(t.realized(), ResultBasis.AFTER_COMMISSION);
        }
        if (t.taxes() != null) {
            draft.fees(t.taxes().negate());
        }
        money.commission(draft, t.commission(), t.commissionCurrency(), t.currency());
        rows.add(draft);
        total(t, multiplier);
    }

    private void total(FlexTrade t, Multiplier multiplier) {
        if (t.worth() == null || multiplier.origin() == Multiplier.Origin.UNKNOWN) {
            return;
        }
        BigDecimal computed =
                t.quantity().negate().multiply(t.price()).multiply(multiplier.value());
        // A trade's money has the sign of the quantity, proceeds have the other.
        BigDecimal stated = computed.signum() < 0 ? t.worth().abs().negate() : t.worth().abs();
        Total total =
                totals.computeIfAbsent(
                        "Proceeds"
                                + (t.category().isEmpty() ? "" : " of " + t.category())
                                + " in "
                                + t.currency(),
                        _ -> new Total());
        total.stated = total.stated.add(stated);
        total.computed = total.computed.add(computed);
        total.rounding =
                total.rounding.add(
                        Notional.rounding(t.quantity(), t.price(), multiplier.value(), t.worth()));
    }

    private static PositionEffect effect(String openClose) {
        return switch (openClose.toUpperCase(Locale.ROOT)) {
            case "O" -> PositionEffect.OPEN;
            case "C" -> PositionEffect.CLOSE;
            default -> PositionEffect.UNKNOWN;
        };
    }
}
