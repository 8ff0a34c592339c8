package credence.imports.formats.futures;

import credence.core.fact.ExitReason;
import credence.core.fact.ResultBasis;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// NinjaTrader 8, grid *Trades* of Trade Performance or of the Strategy Analyzer, exported as CSV.
///
/// - `Trade number, Instrument, Account, Strategy, Market pos., Qty|Quantity, Entry price, Exit price, Entry time, Exit time, Entry name, Exit
///   name, Profit, Cum. net profit, Commission, [Clearing Fee, Exchange Fee, IP Fee, NFA Fee,] MAE, MFE, ETD, Bars,`; columns
///   may be hidden or moved. Blank rows at the end.
/// - The strategy is the bot. Trade numbers restart with each report, so they are an order and no identity.
/// - Profit is before or after commission by a setting, and may stand in ticks, points or per cent: told by the prices, once
///   for the file. After costs it holds fees that have no column, so it may be lower than profit less commission.
/// - Culture of the PC: `$48.10 `, `($75.90)`, `-$18.98`, `-$ 200,00`; `7/2/2026 9:12`, `16/06/2026 09:45:59`.
/// - MAE and MFE are in the unit of the profit. Times are those of the platform's clock.
public final class NinjaTraderTrades implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "NinjaTrader's trades",
                    "Instrument",
                    "Market pos.",
                    "Qty|Quantity",
                    "Entry price",
                    "Exit price",
                    "Entry time",
                    "Exit time",
                    "Profit|Profit*");

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /// What the column Profit is.
    private enum Meaning {
        GROSS,
        NET,
        /// Ticks, points, per cent, or nobody knows.
        OTHER
    }

    private record Trade(
            Row row,
            String instrument,
            Direction direction,
            BigDecimal quantity,
            Instant entry,
            Instant exit,
            BigDecimal entryPrice,
            BigDecimal exitPrice,
            @Nullable BigDecimal profit,
            @Nullable BigDecimal commission,
            @Nullable BigDecimal fees,
            Optional<BigDecimal> gross) {

        @Nullable BigDecimal costs() {
            return sum(commission, fees);
        }
    }

    @Override
    public String id() {
        return "ninjatrader-trades";
    }

    @Override
    public String title() {
        return "NinjaTrader 8, trades (CSV)";
    }

    @Override
    public String book() {
        return "NinjaTrader";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = Objects.requireNonNull(detection.header());
        Table table = Table.read(document, place, tally);
        Header h = table.header();
        int[] money = {
            h.find("Commission"),
            h.find("Clearing Fee"),
            h.find("Exchange Fee"),
            h.find("IP Fee"),
            h.find("NFA Fee")
        };
        int profit = h.findFrom("Profit");
        NumberStyle numbers =
                NumberStyle.settle(
                        table,
                        h.find("Entry price"),
                        h.find("Exit price"),
                        profit,
                        money[0],
                        h.findAny("Qty", "Quantity"));
        Cells c = new Cells(table, numbers);
        var zone = TimeColumn.required(options, NinjaTrader.TIMES);
        int entered = h.find("Entry time");
        int left = h.find("Exit time");
        DateOrder usual = NinjaTrader.usualOrder(table, entered, profit, money[0]);
        TimeColumn entries = TimeColumn.settle(table, entered, zone, usual);
        TimeColumn exits = TimeColumn.settle(table, left, zone, usual);
        Owners owners = new Owners("NinjaTrader", options, tally);
        Contracts contracts = new Contracts(options, owners, tally);
        List<Trade> trades = new ArrayList<>();
        for (Row row : table.rows()) {
            c.at(row);
            try {
                trades.add(trade(c, h, profit, money, entries, exits, contracts));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        Meaning meaning = meaning(trades);
        say(meaning, trades, tally);
        JournalRows rows = new JournalRows(tally);
        for (Trade t : trades) {
            c.at(t.row);
            try {
                rows.add(draft(c, h, t, meaning, owners, contracts));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        contracts.noteUnknown();
        entries.noteRepeatedHours(tally);
        exits.noteRepeatedHours(tally);
    }

    private static Trade trade(
            Cells c,
            Header h,
            int profit,
            int[] money,
            TimeColumn entries,
            TimeColumn exits,
            Contracts contracts)
            throws RefusedRow {
        String instrument = c.text(h.find("Instrument"));
        Direction direction = direction(c, h.find("Market pos."));
        BigDecimal quantity = c.positive(h.findAny("Qty", "Quantity"));
        BigDecimal entryPrice = c.number(h.find("Entry price"));
        BigDecimal exitPrice = c.number(h.find("Exit price"));
        BigDecimal fees = null;
        for (int column : money) {
            if (column != money[0]) {
                fees = sum(fees, c.numberOrNull(column));
            }
        }
        return new Trade(
                new Row(c.line(), cells(c, h)),
                instrument,
                direction,
                quantity,
                entries.read(c.text(h.find("Entry time")), c.line()),
                exits.read(c.text(h.find("Exit time")), c.line()),
                entryPrice,
                exitPrice,
                c.text(profit).endsWith("%") ? null : c.numberOrNull(profit),
                c.numberOrNull(money[0]),
                fees,
                contracts.gross(instrument, direction, quantity, entryPrice, exitPrice));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    private static String[] cells(Cells c, Header h) {
        String[] cells = new String[h.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = c.raw(i);
        }
        return cells;
    }

    private static Direction direction(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "long" -> Direction.LONG;
            case "short" -> Direction.SHORT;
            default ->
                    throw c.refuse(
                            column,
                            "The position is neither Long nor Short.",
                            "Export the grid in English.");
        };
    }

    /// Gross where every profit is that of the prices; net where every one is lower by at least the commission; else other.
    private static Meaning meaning(List<Trade> trades) {
        boolean gross = true;
        boolean net = true;
        int compared = 0;
        for (Trade t : trades) {
            if (t.profit == null) {
                return Meaning.OTHER;
            }
            if (t.gross.isEmpty()) {
                continue;
            }
            compared++;
            BigDecimal taken = t.gross.get().subtract(t.profit);
            BigDecimal costs = t.costs() == null ? BigDecimal.ZERO : t.costs();
            gross &= taken.abs().compareTo(CENT) <= 0;
            net &=
                    taken.compareTo(costs.subtract(CENT)) >= 0
                            && taken.compareTo(plausible(t, costs)) <= 0;
        }
        return compared == 0
                ? Meaning.OTHER
                : gross ? Meaning.GROSS : net ? Meaning.NET : Meaning.OTHER;
    }

    /// All costs of a futures trade, fees without a column among them: at most 15 a contract beyond those stated.
    private static BigDecimal plausible(Trade t, BigDecimal costs) {
        return costs.add(t.quantity.multiply(BigDecimal.valueOf(15)));
    }

    private static void say(Meaning meaning, List<Trade> trades, Tally tally) {
        switch (meaning) {
            case GROSS ->
                    tally.note(
                            "Profit is before costs: it is that of the prices. Results are less the"
                                    + " costs that the file states.");
            case NET -> {
                BigDecimal hidden = BigDecimal.ZERO;
                for (Trade t : trades) {
                    BigDecimal profit = t.profit;
                    if (profit != null && t.gross.isPresent()) {
                        hidden =
                                hidden.add(t.gross.get().subtract(profit))
                                        .subtract(t.costs() == null ? BigDecimal.ZERO : t.costs());
                    }
                }
                tally.note(
                        "Profit is after costs: it is lower than that of the prices."
                                + (hidden.compareTo(CENT) > 0
                                        ? " Fees of "
                                                + hidden.toPlainString()
                                                + " in all have no column."
                                        : ""));
            }
            case OTHER ->
                    tally.note(
                            "Profit is no money that follows from the prices (it may be ticks,"
                                + " points or per cent, or the contracts are not known): results"
                                + " are worked out from prices and costs, and the file's figure is"
                                + " kept beside.");
        }
    }

    private static TradeDraft draft(
            Cells c, Header h, Trade t, Meaning meaning, Owners owners, Contracts contracts)
            throws RefusedRow {
        String account = c.text(h.findAny("Account", "Account display name"));
        String entryName = c.text(h.find("Entry name"));
        String exitName = c.text(h.find("Exit name"));
        Clues clues =
                Clues.NONE
                        .bot(c.text(h.find("Strategy")))
                        .account(account)
                        .tag(entryName)
                        .symbol(t.instrument)
                        .time(t.entry);
        TradeDraft draft =
                new TradeDraft(
                                c.line(),
                                owners.of(clues),
                                owners.symbol(t.instrument, c.line(), "Instrument"),
                                t.direction,
                                new Quantity(t.quantity),
                                t.entry,
                                new Price(t.entryPrice))
                        .exit(t.exit, new Price(t.exitPrice))
                        .reason(reason(exitName))
                        .costs(t.costs())
                        .columns(t.commission, t.fees, null)
                        .netPnl(net(t, meaning))
                        .currency(contracts.currency("", t.instrument))
                        .multiplier(contracts.multiplier(t.instrument))
                        .source(owners.source(NinjaTrader.source(account, "")))
                        .stated(
                                t.profit == null || meaning == Meaning.NET
                                        ? ""
                                        : t.profit.toPlainString(),
                                meaning == Meaning.GROSS
                                        ? ResultBasis.BEFORE_COSTS
                                        : ResultBasis.UNSAID);
        if (meaning != Meaning.OTHER) {
            draft.excursions(c.numberOrNull(h.find("MAE")), c.numberOrNull(h.find("MFE")));
        }
        for (String kept :
                new String[] {"Trade number", "Entry name", "Exit name", "ETD", "Bars"}) {
            draft.extra(kept, c.text(h.find(kept)));
        }
        return draft;
    }

    private static @Nullable BigDecimal net(Trade t, Meaning meaning) {
        return switch (meaning) {
            case NET -> t.profit;
            case GROSS ->
                    t.profit == null || t.costs() == null ? null : t.profit.subtract(t.costs());
            case OTHER -> null;
        };
    }

    private static ExitReason reason(String exitName) {
        String s = exitName.toLowerCase(Locale.ROOT);
        if (s.startsWith("stop") || s.startsWith("trail stop") || s.startsWith("parabolic stop")) {
            return ExitReason.SL;
        }
        if (s.startsWith("profit target") || s.startsWith("target")) {
            return ExitReason.TP;
        }
        if (s.equals("exit on session close")) {
            return ExitReason.TIME;
        }
        return s.equals("close") ? ExitReason.MANUAL : ExitReason.UNKNOWN;
    }
}
