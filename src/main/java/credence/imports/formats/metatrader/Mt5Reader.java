package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Draft;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.imports.formats.metatrader.DealPairs.Levels;
import credence.imports.formats.metatrader.Mt5Section.Kind;
import credence.imports.formats.metatrader.Mt5Section.Line;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads one MetaTrader 5 report: its positions where it lists them, else the round trips of its deals.
final class Mt5Reader {

    private final Mt5Report report;
    private final boolean tester;
    private final Tally tally;
    private final Owners owners;
    private final TimeColumn times;
    private final PointWorth worth = new PointWorth(false);
    private final Map<String, Levels> levels = new HashMap<>();
    private final Map<String, ExitReason> reasons = new HashMap<>();
    private final TesterFigures figures = new TesterFigures();
    private final Totals totals;
    private final JournalRows journal;

    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal balance = BigDecimal.ZERO;
    private BigDecimal dealProfit = BigDecimal.ZERO;

    Mt5Reader(Mt5Report report, boolean tester, ImportOptions options, Tally tally)
            throws UnreadableFile {
        this.report = report;
        this.tester = tester;
        this.tally = tally.keepingRows();
        this.journal = new JournalRows(tally);
        this.owners = new Owners(tester ? "MetaTrader 5 tester" : "MetaTrader 5", options, tally);
        ZoneId zone = TimeColumn.required(options, MetaTrader.TIMES);
        this.times = TimeColumn.known("Time", DateOrder.YEAR_FIRST, zone, tally);
        this.totals = new Totals(tally);
    }

    void read() {
        boolean positions = report.has(Kind.POSITIONS);
        for (Mt5Section section : report.all(Kind.ORDERS)) {
            section.rows.forEach(row -> order(section, row.texts()));
        }
        List<Deal> deals = new ArrayList<>();
        for (Mt5Section section : report.all(Kind.DEALS)) {
            for (Line row : section.rows) {
                deal(section, row.texts(), positions, deals);
            }
        }
        for (Mt5Section section : report.all(Kind.WORKING_ORDERS)) {
            for (Line each : section.rows) {
                tally.read(1);
                tally.skip("order that was still working", each.texts());
            }
        }
        if (positions) {
            positions();
        } else {
            pair(deals);
        }
        for (Mt5Section section : report.all(Kind.OPEN_POSITIONS)) {
            section.rows.forEach(row -> openPosition(section, row));
        }
        journal.acceptAll(tally);
        reconcile();
        times.noteRepeatedHours(tally);
    }

    private void order(Mt5Section section, Row row) {
        tally.read(1);
        Cells c = section.cells(row, tally);
        boolean wide = row.size() > 5 && row.cell(5).isEmpty();
        int shift = wide ? 1 : 0; // the volume may cover two columns
        try {
            BigDecimal stop = positive(c.numberOrNull(6 + shift));
            BigDecimal take = positive(c.numberOrNull(7 + shift));
            levels.put(c.text(1), new Levels(stop, take));
        } catch (RefusedRow _) {
            levels.remove(
                    c.text(1)); // an order's levels are no result: without them nothing is wrong
        }
        boolean filled =
                java.util.Arrays.stream(Mt4Statement.cells(row))
                        .anyMatch(cell -> cell.equalsIgnoreCase("filled"));
        tally.skip(
                filled ? "order whose execution is read elsewhere" : "order that was not filled",
                row);
    }

    private static @Nullable BigDecimal positive(@Nullable BigDecimal level) {
        return level == null || level.signum() <= 0 ? null : level;
    }

    /// Sorts a row of the deals: cash, an execution to be paired, or one that a position holds already.
    private void deal(Mt5Section s, Row row, boolean positions, List<Deal> deals) {
        tally.read(1);
        Cells c = s.cells(row, tally);
        int width = s.header.size();
        int last = width - 1;
        try {
            BigDecimal profit = c.numberOrNull(s.column("Profit", last - 2));
            BigDecimal swap = c.numberOrNull(s.column("Swap", last - 3));
            BigDecimal fee = c.numberOrNull(s.column("Fee", width >= 14 ? last - 4 : -1));
            BigDecimal commission =
                    c.numberOrNull(s.column("Commission", width >= 14 ? last - 5 : last - 4));
            BigDecimal costs = DealPairs.sum(DealPairs.sum(commission, fee), swap);
            balance = balance.add(zero(profit)).add(zero(costs));
            String type = c.text(3).toLowerCase(Locale.ROOT);
            if (!type.equals("buy") && !type.equals("sell")) {
                tally.skip(
                        type.equals("balance")
                                ? "deposit or withdrawal"
                                : "cash row (" + (type.isEmpty() ? "no type" : type) + ")",
                        row);
                return;
            }
            dealProfit = dealProfit.add(zero(profit));
            Instant time = times.read(c.text(0), c.line());
            String comment = c.text(s.column("Comment", last));
            if (positions) {
                fees = fees.add(zero(fee));
                reasons.merge(
                        c.text(2) + ' ' + time,
                        Comments.reason(comment),
                        (a, b) -> a == ExitReason.UNKNOWN || a == b ? b : a);
                tally.skip("execution of a position that is listed", row);
                return;
            }
            deals.add(
                    new Deal(
                            c.line(),
                            c.text(1),
                            time,
                            c.text(2),
                            MetaTrader.direction(c, 3),
                            direction(c),
                            c.positive(s.column("Volume", 5)),
                            c.number(s.column("Price", 6)),
                            c.text(s.column("Order", 7)),
                            costs,
                            zero(profit),
                            comment));
        } catch (RefusedRow e) {
            tally.refuse(e.refusal());
        }
    }

    private static String direction(Cells c) throws RefusedRow {
        String direction = c.text(4).toLowerCase(Locale.ROOT);
        return switch (direction) {
            case "in", "out", "in/out", "out by" -> direction;
            default ->
                    throw c.refuse(
                            4, "The direction is none of in, out, in/out.", MetaTrader.AGAIN);
        };
    }

    private static BigDecimal zero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    // ---- positions

    private record Position(MtTrade trade, String id, String comment, Levels last) {}

    private void positions() {
        List<Position> read = new ArrayList<>();
        Row sums = null;
        Mt5Section ofSums = null;
        for (Mt5Section s : report.all(Kind.POSITIONS)) {
            sums = s.sums;
            ofSums = s;
            for (Line row : s.rows) {
                tally.read(1);
                try {
                    read.add(position(s, row));
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
        }
        for (Position p : read) {
            try {
                MtTrade t = p.trade;
                Instant exitTime = java.util.Objects.requireNonNull(t.exitTime());
                BigDecimal exitPrice = java.util.Objects.requireNonNull(t.exitPrice());
                TradeDraft draft =
                        draft(t, t.line(), levels.getOrDefault(p.id, Levels.NONE), p.comment)
                                .id(p.id)
                                .exit(exitTime, new Price(exitPrice))
                                .reason(t.reason())
                                .costs(t.costs() == null ? null : t.costs().negate())
                                .netPnl(t.net())
                                .multiplier(worthOf(t, exitPrice));
                keep(draft, p.last);
                journal.add(draft);
                figures.add(t.direction(), t.net(), false);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        if (fees.signum() != 0) {
            tally.note(
                    "The deals state fees of "
                            + fees.negate().toPlainString()
                            + " that the list of positions leaves out: results are before these"
                            + " fees.");
        }
        if (sums != null && ofSums != null) {
            reconcileSums(ofSums, sums, read);
        }
    }

    private Position position(Mt5Section s, Line row) throws RefusedRow {
        Cells c = s.cells(row.texts(), tally);
        BigDecimal commission = c.numberOrNull(s.column("Commission", 10));
        BigDecimal swap = c.numberOrNull(s.column("Swap", 11));
        Instant exitTime = times.read(c.text(8), c.line());
        String symbol = c.text(2);
        MtTrade trade =
                new MtTrade(
                        c.line(),
                        1,
                        symbol,
                        MetaTrader.direction(c, 3),
                        volume(c),
                        times.read(c.text(0), c.line()),
                        c.number(5),
                        exitTime,
                        c.number(9),
                        c.number(s.column("Profit", 12)),
                        DealPairs.sum(commission, swap),
                        reasons.getOrDefault(symbol + ' ' + exitTime, ExitReason.UNKNOWN));
        worth.add(
                symbol,
                trade.direction(),
                trade.lots(),
                trade.entryPrice(),
                java.util.Objects.requireNonNull(trade.exitPrice()),
                trade.profit());
        Levels last = new Levels(positive(c.numberOrNull(6)), positive(c.numberOrNull(7)));
        return new Position(trade, ticket(c), row.hidden(), last);
    }

    private static String ticket(Cells c) throws RefusedRow {
        String ticket = c.text(1);
        if (Draft.numeric(ticket).isEmpty()) {
            throw c.refuse(1, "This is no position number.", MetaTrader.AGAIN);
        }
        return ticket;
    }

    /// `0.05 / 0.10` is the part that was closed and the whole.
    private static BigDecimal volume(Cells c) throws RefusedRow {
        String text = Mt5Section.beforeSlash(c.text(4));
        try {
            BigDecimal volume = credence.imports.NumberStyle.POINT.read(text);
            if (volume != null && volume.signum() > 0) {
                return volume;
            }
        } catch (NumberFormatException _) {
            throw c.refuse(4, "This is not a number.", MetaTrader.AGAIN);
        }
        throw c.refuse(4, "The number must be above zero.", MetaTrader.AGAIN);
    }

    private void openPosition(Mt5Section s, Line row) {
        tally.read(1);
        Cells c = s.cells(row.texts(), tally);
        try {
            BigDecimal price = c.number(8);
            BigDecimal swap = c.numberOrNull(s.column("Swap", 9));
            BigDecimal profit = c.number(s.column("Profit", 10));
            MtTrade t =
                    new MtTrade(
                            c.line(),
                            1,
                            c.text(2),
                            MetaTrader.direction(c, 3),
                            volume(c),
                            times.read(c.text(0), c.line()),
                            c.number(5),
                            null,
                            price,
                            profit,
                            swap,
                            ExitReason.UNKNOWN);
            String id = ticket(c);
            TradeDraft draft =
                    draft(t, t.line(), levels.getOrDefault(id, Levels.NONE), row.hidden())
                            .id(id)
                            .multiplier(worthOf(t, price));
            if (!report.printed.isEmpty()) {
                Instant printed = times.read(report.printed, c.line());
                if (!printed.isBefore(t.entryTime())) {
                    draft.mark(printed, new Price(price), t.net());
                }
            }
            journal.add(draft);
        } catch (RefusedRow e) {
            tally.refuse(e.refusal());
        }
    }

    // ---- deals

    private void pair(List<Deal> deals) {
        boolean netting =
                report.accountKind.contains("netting") || deals.stream().anyMatch(Deal::turns);
        DealPairs pairs = new DealPairs(netting, levels);
        for (Deal deal : DealPairs.inOrder(deals)) {
            try {
                pairs.add(deal);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        for (DealPairs.Pair p : pairs.pairs) {
            MtTrade t = p.trade();
            worth.add(
                    t.symbol(),
                    t.direction(),
                    t.lots(),
                    t.entryPrice(),
                    p.out().price(),
                    t.profit());
        }
        pairs.pairs.forEach(this::paired);
        for (DealPairs.Lot lot : pairs.open()) {
            left(lot);
        }
        unopened(pairs.unopened);
        if (pairs.uncertain > 0) {
            tally.note(
                    pairs.uncertain
                            + " closings could belong to several open positions; the oldest of the"
                            + " same size was taken. The results are the file's own all the same.");
        }
    }

    private void paired(DealPairs.Pair p) {
        MtTrade t = p.trade();
        try {
            String comment = p.in().comment();
            TradeDraft draft =
                    draft(t, p.in().line(), p.levels(), comment)
                            .exit(p.out().time(), new Price(p.out().price()))
                            .reason(t.reason())
                            .costs(t.costs() == null ? null : t.costs().negate())
                            .netPnl(t.net())
                            .multiplier(worthOf(t, p.out().price()))
                            .extra("exit comment", p.out().comment());
            journal.add(named(draft, p.out(), p.in()));
            figures.add(t.direction(), t.net(), false);
        } catch (RefusedRow e) {
            tally.refuse(e.refusal());
            for (int i = 1; i < t.dataRows(); i++) {
                tally.skip("deal of a refused trade");
            }
        }
    }

    /// The numbers of an account's deals are unique; those of a test begin anew with each test.
    private TradeDraft named(TradeDraft draft, Deal deal, Deal in) {
        Draft.numeric(in.number()).ifPresent(draft::sequence);
        return tester ? draft : draft.id("deal " + deal.number());
    }

    private void left(DealPairs.Lot lot) {
        MtTrade t =
                new MtTrade(
                        lot.in.line(),
                        lot.rows,
                        lot.in.symbol(),
                        lot.side(),
                        lot.volume,
                        lot.in.time(),
                        lot.price,
                        null,
                        null,
                        BigDecimal.ZERO,
                        lot.costs,
                        ExitReason.UNKNOWN);
        try {
            journal.add(
                    named(
                            draft(t, lot.in.line(), lot.levels, lot.in.comment())
                                    .multiplier(worth.of(t.symbol())),
                            lot.in,
                            lot.in));
        } catch (RefusedRow e) {
            if (lot.rows > 0) {
                tally.refuse(e.refusal());
            }
        }
    }

    private void unopened(List<Deal> deals) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Deal deal : deals) {
            tally.skip(
                    "closing of a position that was opened before the report begins", deal.line());
            sum = sum.add(deal.profit());
        }
        if (!deals.isEmpty()) {
            tally.note(
                    "The report begins after some positions were opened: profits of "
                            + sum.toPlainString()
                            + " belong to no trade in it. Export a span of time that begins"
                            + " earlier.");
        }
    }

    // ---- both

    /// @param entry line of the row that opened it
    private TradeDraft draft(MtTrade t, int entry, Levels first, String comment) throws RefusedRow {
        Clues clues =
                Clues.NONE
                        .account(report.account)
                        .tag(comment)
                        .symbol(t.symbol())
                        .time(t.entryTime())
                        .line(entry);
        return new TradeDraft(
                        t.line(),
                        owners.of(clues, expert()),
                        owners.symbol(t.symbol(), t.line(), "Symbol"),
                        t.direction(),
                        new Quantity(t.lots()),
                        t.entryTime(),
                        new Price(t.entryPrice()))
                .dataRows(t.dataRows())
                .currency(owners.currency(currency()))
                .source(owners.source(source()))
                .stop(first.stop() == null ? null : new Price(first.stop()))
                .takeProfit(first.takeProfit() == null ? null : new Price(first.takeProfit()))
                .extra("comment", comment);
    }

    private static void keep(TradeDraft draft, Levels last) {
        BigDecimal stop = last.stop();
        BigDecimal take = last.takeProfit();
        draft.extra("stop at the end", stop == null ? "" : stop.toPlainString());
        draft.extra("take profit at the end", take == null ? "" : take.toPlainString());
    }

    private Multiplier worthOf(MtTrade t, BigDecimal exit) {
        return worth.of(t.symbol(), t.direction(), t.lots(), t.entryPrice(), exit, t.profit());
    }

    private String expert() {
        if (!tester) {
            return "";
        }
        String named = report.labels.text("Expert");
        return !named.isEmpty()
                ? named
                : report.settings.isEmpty() ? "" : report.settings.getFirst();
    }

    private String currency() {
        String stated = tester ? report.labels.text("Currency") : report.currency;
        return stated.matches("[A-Z]{3,5}") ? stated : "";
    }

    private SourceClass source() {
        if (tester) {
            return SourceClass.BACKTEST;
        }
        return report.accountKind.contains("demo") || report.accountKind.contains("contest")
                ? SourceClass.PAPER
                : SourceClass.LIVE;
    }

    private void reconcile() {
        figures.hold(report.labels, totals, tally);
        for (Mt5Section s : report.all(Kind.DEALS)) {
            Row sums = s.sums;
            if (sums != null) {
                int last = s.header.size() - 1;
                BigDecimal profit = number(sums, s.column("Profit", last - 2));
                if (profit != null && tester) {
                    totals.hold("Sum of the deals' results", profit, figures.net());
                }
                BigDecimal end = number(sums, s.column("Balance", last - 1));
                if (end != null && tester) {
                    totals.hold("Final balance", end, balance);
                }
            }
        }
    }

    private void reconcileSums(Mt5Section s, Row sums, List<Position> read) {
        BigDecimal profit = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        for (Position p : read) {
            profit = profit.add(p.trade.profit());
            costs = costs.add(zero(p.trade.costs()));
        }
        BigDecimal stated = number(sums, s.column("Profit", 12));
        if (stated != null) {
            totals.hold("Profit of the positions", stated, profit);
        }
        BigDecimal commission = number(sums, s.column("Commission", 10));
        BigDecimal swap = number(sums, s.column("Swap", 11));
        if (commission != null && swap != null) {
            totals.hold("Commission and swap of the positions", commission.add(swap), costs);
        }
    }

    private static @Nullable BigDecimal number(Row row, int column) {
        try {
            return column < 0 || column >= row.size()
                    ? null
                    : credence.imports.NumberStyle.POINT.read(row.cell(column));
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
