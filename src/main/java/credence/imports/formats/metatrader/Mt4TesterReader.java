package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.core.fact.ResultBasis;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.PageRow;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads one MetaTrader 4 tester report; see [Mt4Tester] for its facts.
final class Mt4TesterReader {

    /// An order that is open while the events are read.
    private static final class Order {
        final int line;
        final long number;
        final Direction direction;
        final Instant time;
        final BigDecimal price;
        BigDecimal lots;
        int rows = 1;
        @Nullable BigDecimal stop;
        @Nullable BigDecimal takeProfit;

        Order(
                int line,
                long number,
                Direction direction,
                Instant time,
                BigDecimal price,
                BigDecimal lots) {
            this.line = line;
            this.number = number;
            this.direction = direction;
            this.time = time;
            this.price = price;
            this.lots = lots;
        }
    }

    /// One ending, whole or part.
    ///
    /// @param minus whether the profit is printed with a minus
    private record Ending(Order order, MtTrade trade, boolean minus) {}

    private final String expert;
    private final Tally tally;
    private final Owners owners;
    private final TimeColumn times;
    private final ZoneId zone;
    private final OvernightInterest interest = new OvernightInterest();
    private final TesterBalance balance;
    private final Labels labels = new Labels();
    private final Map<String, Order> open = new LinkedHashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final PointWorth worth = new PointWorth(true);
    private String symbol = "";

    Mt4TesterReader(String expert, ImportOptions options, Tally tally) throws UnreadableFile {
        this.expert = expert;
        this.tally = tally.keepingRows();
        this.balance = new TesterBalance(labels, tally);
        this.owners = new Owners("MetaTrader 4 tester", options, tally);
        this.zone = TimeColumn.required(options, MetaTrader.TIMES);
        this.times = TimeColumn.known("Time", DateOrder.YEAR_FIRST, zone, tally);
    }

    void read(List<PageRow> rows) throws UnreadableFile {
        Header header = null;
        for (PageRow row : rows) {
            if (header == null) {
                header = Mt4Tester.headerOf(row);
                if (header == null) {
                    labels.add(row);
                }
            } else if (row.words().size() > 1) {
                tally.read(1);
                symbol = symbol();
                try {
                    event(header, row.texts());
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
        }
        JournalRows journal = new JournalRows(tally);
        Symbol traded = symbolOf();
        endings.forEach(e -> learn(e.trade));
        interest.settle();
        for (Ending e : endings) {
            try {
                journal.add(closed(e, traded));
            } catch (RefusedRow refused) {
                tally.refuse(refused.refusal());
                for (int i = 1; i < e.trade.dataRows(); i++) {
                    tally.skip("row of a refused trade");
                }
            }
        }
        for (Order o : open.values()) {
            journal.add(draft(o, o.lots, o.rows, traded).multiplier(worth.of(symbol)));
        }
        journal.acceptAll(tally);
        interest.note(tally);
        reconcile();
        times.noteRepeatedHours(tally);
    }

    /// `USDJPY (US Dollar vs Japanese Yen)`.
    private String symbol() {
        String stated = labels.text("Symbol");
        int bracket = stated.indexOf(" (");
        return bracket < 0 ? stated : stated.substring(0, bracket).strip();
    }

    private Symbol symbolOf() throws UnreadableFile {
        try {
            return owners.symbol(symbol, 0, "Symbol");
        } catch (RefusedRow e) {
            throw new UnreadableFile(e.refusal());
        }
    }

    private void event(Header h, Row texts) throws RefusedRow {
        Cells c =
                new Cells(
                                Table.of(
                                        new HeaderPlace(',', 0, texts.line(), h), List.of(), tally),
                                NumberStyle.POINT)
                        .at(MetaTrader.padded(texts, h.size()));
        String type = c.text(h.find("Type")).toLowerCase(Locale.ROOT);
        String number = c.text(h.find("Order"));
        switch (type) {
            case "buy", "sell" -> {
                Order order =
                        new Order(
                                c.line(),
                                c.number(h.find("Order")).longValue(),
                                MetaTrader.direction(c, h.find("Type")),
                                times.read(c.text(h.find("Time")), c.line()),
                                c.number(h.find("Price")),
                                c.positive(h.find("Size")));
                levels(order, c, h);
                if (open.containsKey(number)) {
                    throw c.refuse(
                            h.find("Order"),
                            "An order of this number is open already.",
                            MetaTrader.AGAIN);
                }
                open.put(number, order);
            }
            case "modify" -> {
                Instant time = times.read(c.text(h.find("Time")), c.line());
                Order order = find(number, c.positive(h.find("Size")));
                if (order != null && order.time.equals(time)) {
                    levels(order, c, h);
                }
                tally.skip("order changed", texts);
            }
            case "delete" -> tally.skip("pending order deleted", texts);
            case "close", "close at stop", "s/l", "t/p", "close by" -> ending(c, h, type, number);
            default -> {
                if (type.startsWith("buy ") || type.startsWith("sell ")) {
                    tally.skip("pending order placed", texts);
                } else {
                    throw c.refuse(
                            h.find("Type"),
                            "This is no event of the Strategy Tester.",
                            MetaTrader.AGAIN);
                }
            }
        }
    }

    private static void levels(Order order, Cells c, Header h) throws RefusedRow {
        BigDecimal stop = c.numberOrNull(h.findAny("S / L", "S/L"));
        BigDecimal take = c.numberOrNull(h.findAny("T / P", "T/P"));
        if (order.stop == null && stop != null && stop.signum() > 0) {
            order.stop = stop;
        }
        if (order.takeProfit == null && take != null && take.signum() > 0) {
            order.takeProfit = take;
        }
    }

    /// The open order of a number; what a part closing left goes on under the next number with its size.
    private @Nullable Order find(String number, BigDecimal lots) {
        Order known = open.get(number);
        if (known != null) {
            return known;
        }
        for (Map.Entry<String, Order> e : open.entrySet()) {
            if (e.getValue().rows == 0 && e.getValue().lots.compareTo(lots) == 0) {
                Order rest = e.getValue();
                open.remove(e.getKey());
                open.put(number, rest);
                return rest;
            }
        }
        return null;
    }

    private void ending(Cells c, Header h, String type, String number) throws RefusedRow {
        BigDecimal lots = c.positive(h.find("Size"));
        Instant time = times.read(c.text(h.find("Time")), c.line());
        BigDecimal price = c.number(h.find("Price"));
        BigDecimal profit = c.number(h.find("Profit"));
        BigDecimal after = c.numberOrNull(h.find("Balance"));
        Order order = find(number, lots);
        if (order == null) {
            throw c.refuse(
                    h.find("Order"), "No order of this number is open here.", MetaTrader.AGAIN);
        }
        if (lots.compareTo(order.lots) > 0) {
            throw c.refuse(h.find("Size"), "More is closed than was open.", MetaTrader.AGAIN);
        }
        MtTrade trade =
                new MtTrade(
                        order.rows > 0 ? order.line : c.line(),
                        order.rows + 1,
                        symbol,
                        order.direction,
                        lots,
                        order.time,
                        order.price,
                        time,
                        price,
                        profit,
                        null,
                        reason(type));
        worth.add(symbol, order.direction, lots, order.price, price, profit);
        endings.add(new Ending(order, trade, c.text(h.find("Profit")).startsWith("-")));
        balance.next(c.line(), after, profit);
        order.lots = order.lots.subtract(lots);
        order.rows = 0;
        if (order.lots.signum() == 0) {
            open.values().remove(order);
        }
    }

    private static ExitReason reason(String type) {
        return switch (type) {
            case "s/l" -> ExitReason.SL;
            case "t/p" -> ExitReason.TP;
            case "close" -> ExitReason.SIGNAL;
            default -> ExitReason.UNKNOWN;
        };
    }

    private TradeDraft draft(Order o, BigDecimal lots, int rows, Symbol traded) {
        Clues clues = Clues.NONE.symbol(symbol).time(o.time).line(o.line);
        return new TradeDraft(
                        o.line,
                        owners.of(clues, expert),
                        traded,
                        o.direction,
                        new Quantity(lots),
                        o.time,
                        new Price(o.price))
                .dataRows(rows)
                .sequence(o.number)
                .currency(owners.currency(""))
                .source(owners.source(SourceClass.BACKTEST))
                .stop(o.stop == null ? null : new Price(o.stop))
                .takeProfit(o.takeProfit == null ? null : new Price(o.takeProfit));
    }

    private TradeDraft closed(Ending e, Symbol traded) throws RefusedRow {
        MtTrade t = e.trade;
        Instant exitTime = java.util.Objects.requireNonNull(t.exitTime());
        BigDecimal exitPrice = java.util.Objects.requireNonNull(t.exitPrice());
        TradeDraft draft =
                draft(e.order, t.lots(), t.dataRows(), traded)
                        .exit(exitTime, new Price(exitPrice))
                        .reason(t.reason())
                        .netPnl(t.profit())
                        .multiplier(worthOf(t, exitPrice));
        BigDecimal overnight = overnight(t);
        draft.stated(t.profit().toPlainString(), basis(t));
        if (overnight != null) {
            draft.costs(overnight.negate())
                    .columns(null, null, overnight.negate())
                    .extra("overnight interest", overnight.toPlainString());
        }
        return draft;
    }

    /// Nothing but its prices makes the profit of a trade that was not held over a night: the worth of a point is only known where such
    /// profits follow from their prices, so no commission is in them.
    private ResultBasis basis(MtTrade t) {
        return OvernightInterest.nights(day(t.entryTime()), exitDay(t)) == 0
                ? ResultBasis.BEFORE_COSTS
                : ResultBasis.AFTER_COSTS;
    }

    private Multiplier worthOf(MtTrade t, BigDecimal exit) {
        return worth.of(symbol, t.direction(), t.lots(), t.entryPrice(), exit, t.profit());
    }

    /// What the prices of a trade make; null when the worth of a point is not known.
    private @Nullable BigDecimal ofPrices(MtTrade t) {
        BigDecimal exit = java.util.Objects.requireNonNull(t.exitPrice());
        Multiplier m = worthOf(t, exit);
        return m.origin() == Multiplier.Origin.UNKNOWN
                ? null
                : exit.subtract(t.entryPrice())
                        .multiply(t.lots())
                        .multiply(m.value())
                        .multiply(BigDecimal.valueOf(t.direction().sign()));
    }

    private void learn(MtTrade t) {
        BigDecimal made = ofPrices(t);
        if (made != null) {
            interest.add(t.direction(), t.lots(), day(t.entryTime()), exitDay(t), t.profit(), made);
        }
    }

    private @Nullable BigDecimal overnight(MtTrade t) {
        BigDecimal made = ofPrices(t);
        return made == null
                ? null
                : interest.of(
                        t.direction(), t.lots(), day(t.entryTime()), exitDay(t), t.profit(), made);
    }

    private LocalDate exitDay(MtTrade t) {
        return day(java.util.Objects.requireNonNull(t.exitTime()));
    }

    /// The server's day.
    private LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    private void reconcile() {
        TesterFigures figures = new TesterFigures();
        endings.forEach(e -> figures.add(e.trade.direction(), e.trade.profit(), e.minus));
        Totals totals = new Totals(tally);
        figures.hold(labels, totals, tally);
        balance.hold(totals, figures);
    }
}
