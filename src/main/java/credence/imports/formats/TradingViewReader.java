package credence.imports.formats;

import credence.core.fact.CallDetails;
import credence.core.fact.Extra;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.fact.TradeRecord.Exit;
import credence.core.fact.TradeRecord.Mark;
import credence.core.value.BotId;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.Identity;
import credence.imports.Multiplier;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeKeys;
import credence.imports.formats.TradingViewHeader.Column;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Turns the pairs of one list of trades into trades.
final class TradingViewReader {

    private final Table table;
    private final TradingViewHeader columns;
    private final TimeColumn times;
    private final TradingViewBook book;
    private final Tally tally;
    private final Cells cells;
    private final Identity identity = new Identity();
    private final List<Integer> unknown = new ArrayList<>();

    TradingViewReader(
            Table table,
            TradingViewHeader columns,
            NumberStyle numbers,
            TimeColumn times,
            TradingViewBook book,
            Tally tally) {
        this.table = table;
        this.columns = columns;
        this.times = times;
        this.book = book;
        this.tally = tally;
        this.cells = new Cells(table, numbers);
        for (int i = 0; i < table.header().size(); i++) {
            if (!columns.knows(i) && !table.header().name(i).isEmpty()) {
                unknown.add(i);
            }
        }
    }

    /// @param exportDay for old files whose open trades carry no time of their mark
    void read(Optional<LocalDate> exportDay, Optional<ZoneId> zone) {
        List<TradingViewPair> pairs =
                new TradingViewPairs(table, columns, cells, times, tally).all();
        Instant latest = Instant.MIN;
        for (TradingViewPair pair : pairs) {
            Instant last = pair.exitTime().orElse(pair.entryTime());
            latest = last.isAfter(latest) ? last : latest;
        }
        List<TradingViewTrade> trades = new ArrayList<>(pairs.size());
        Set<String> types = new HashSet<>();
        for (TradingViewPair pair : pairs) {
            try {
                trades.add(trade(pair, latest));
                types.add(cells.at(pair.exit()).text(columns.at(Column.TYPE)));
            } catch (RefusedRow e) {
                TradingViewPairs.refuseBoth(pair.entry(), pair.exit(), e.refusal(), tally);
            }
        }
        TradingViewOpen.doubt(trades, latest, types).ifPresent(tally::note);
        Multiplier multiplier =
                new PointValue(columns, tally).of(book.symbol(), book.currency(), trades);
        Optional<Instant> exported =
                exportDay.map(
                        day ->
                                day.plusDays(1)
                                        .atStartOfDay(zone.orElse(ZoneOffset.UTC))
                                        .toInstant());
        for (TradingViewTrade trade : trades) {
            tally.accept(record(trade, multiplier, exported), trade.pair().firstLine(), 2);
        }
        new CumulativePnl(cells, columns, tally).check(pairs, trades);
    }

    private TradingViewTrade trade(TradingViewPair pair, Instant latest) throws RefusedRow {
        Row in = pair.entry();
        Row out = pair.exit();
        if (pair.exitTime().isPresent() && pair.exitTime().get().isBefore(pair.entryTime())) {
            throw cells.at(out)
                    .refuse(
                            columns.at(Column.TIME),
                            "The exit is before the entry.",
                            "Export the list of trades again.");
        }
        agree(pair, Column.QUANTITY);
        agree(pair, Column.PNL);
        String exitSignal = cells.at(out).text(columns.at(Column.SIGNAL));
        @Nullable BigDecimal exitPrice = cells.numberOrNull(columns.at(Column.PRICE));
        // An order may itself be called "Open"; a trade that is still open ends at the last moment
        // of the file.
        boolean endsLast = pair.exitTime().isEmpty() || pair.exitTime().get().equals(latest);
        boolean open =
                pair.exitTime().isEmpty()
                        || (endsLast && (exitPrice == null || TradingViewOpen.says(exitSignal)));
        if (exitPrice == null && !open) {
            throw cells.refuse(
                    columns.at(Column.PRICE),
                    "A closed trade without an exit price.",
                    "Export the list of trades again.");
        }
        @Nullable BigDecimal pnl = either(pair, Column.PNL);
        if (pnl == null && !open) {
            throw cells.at(out)
                    .refuse(
                            columns.at(Column.PNL),
                            "A closed trade without a result.",
                            "Export the list of trades again.");
        }
        cells.at(in);
        BigDecimal quantity = cells.positive(columns.at(Column.QUANTITY));
        BigDecimal entryPrice = cells.number(columns.at(Column.PRICE));
        return new TradingViewTrade(
                pair,
                open,
                quantity,
                entryPrice,
                Optional.ofNullable(exitPrice),
                cells.optionalNumber(columns.at(Column.VALUE)),
                cells.text(columns.at(Column.VALUE)),
                Optional.ofNullable(pnl),
                Optional.ofNullable(either(pair, Column.ADVERSE)).map(BigDecimal::abs),
                Optional.ofNullable(either(pair, Column.FAVORABLE)).map(BigDecimal::abs),
                exitSignal);
    }

    /// The figure of a pair, on the exit row or, when that is empty, on the entry row.
    private @Nullable BigDecimal either(TradingViewPair pair, Column column) throws RefusedRow {
        BigDecimal onExit = cells.at(pair.exit()).numberOrNull(columns.at(column));
        return onExit != null ? onExit : cells.at(pair.entry()).numberOrNull(columns.at(column));
    }

    private void agree(TradingViewPair pair, Column column) throws RefusedRow {
        int c = columns.at(column);
        if (pair.exit().cell(c).equals(pair.entry().cell(c))) {
            return;
        }
        BigDecimal onEntry = cells.at(pair.entry()).numberOrNull(c);
        BigDecimal onExit = cells.at(pair.exit()).numberOrNull(c);
        if (onEntry != null && onExit != null && onEntry.compareTo(onExit) != 0) {
            throw cells.refuse(
                    c,
                    "The two rows of trade "
                            + pair.number()
                            + " contradict each other: line "
                            + pair.entry().line()
                            + " says "
                            + onEntry.toPlainString()
                            + ".",
                    "Export the list of trades again; do not edit it.");
        }
    }

    private TradeRecord record(
            TradingViewTrade trade, Multiplier multiplier, Optional<Instant> exported) {
        TradingViewPair pair = trade.pair();
        Optional<Exit> exit = Optional.empty();
        Optional<Mark> mark = Optional.empty();
        if (trade.open()) {
            Optional<Instant> at =
                    pair.exitTime().or(() -> exported.filter(t -> !t.isBefore(pair.entryTime())));
            if (at.isPresent() && trade.exitPrice().isPresent()) {
                mark =
                        Optional.of(
                                new Mark(
                                        at.get(), new Price(trade.exitPrice().get()), trade.pnl()));
            } else {
                tally.note(
                        "Trade "
                                + pair.number()
                                + " is open and the file does not say since when it is worth what"
                                + " it says; it comes in without that mark. Say --date, the day of"
                                + " the export, to have it.");
            }
        } else {
            exit =
                    Optional.of(
                            new Exit(
                                    pair.exitTime().orElseThrow(),
                                    new Price(trade.exitPrice().orElseThrow()),
                                    Optional.empty(),
                                    trade.pnl(),
                                    trade.adverse(),
                                    trade.favorable(),
                                    ExitSignals.reason(trade.exitSignal())));
        }
        return new TradeRecord(
                key(trade, exit),
                pair.number(),
                book.account(),
                learned(pair),
                book.symbol(),
                pair.direction(),
                new Quantity(trade.quantity()),
                pair.entryTime(),
                new Price(trade.entryPrice()),
                exit,
                mark,
                multiplier.value(),
                book.currency(),
                Optional.empty(),
                Optional.empty(),
                book.source(),
                CallDetails.NONE,
                extras(pair, multiplier));
    }

    /// The file's bot, unless a rule of the trader's tells its signals apart.
    private BotId learned(TradingViewPair pair) {
        return book.owners()
                .learned(
                        book.bot(),
                        Clues.NONE
                                .bot(book.bot().name())
                                .tag(cells.at(pair.entry()).text(columns.at(Column.SIGNAL)))
                                .symbol(book.symbol().name())
                                .time(pair.entryTime()));
    }

    private RowKey key(TradingViewTrade trade, Optional<Exit> exit) {
        return TradeKeys.ofContent(
                identity,
                book.account(),
                book.bot(),
                book.symbol(),
                trade.pair().entryTime(),
                trade.pair().direction(),
                trade.quantity(),
                trade.entryPrice(),
                exit);
    }

    private SortedMap<String, String> extras(TradingViewPair pair, Multiplier multiplier) {
        SortedMap<String, String> extras = new TreeMap<>();
        multiplier.extra(book.symbol()).ifPresent(s -> extras.put(Extra.MULTIPLIER_SOURCE, s));
        put(extras, "entry signal", cells.at(pair.entry()).text(columns.at(Column.SIGNAL)));
        put(extras, "size value", cells.text(columns.at(Column.VALUE)));
        cells.at(pair.exit());
        put(extras, "exit signal", cells.text(columns.at(Column.SIGNAL)));
        put(extras, "net pnl %", cells.text(columns.at(Column.PNL_PERCENT)));
        put(extras, "favorable excursion %", cells.text(columns.at(Column.FAVORABLE_PERCENT)));
        put(extras, "adverse excursion %", cells.text(columns.at(Column.ADVERSE_PERCENT)));
        for (int column : unknown) {
            String onExit = cells.at(pair.exit()).text(column);
            put(
                    extras,
                    table.header().name(column),
                    onExit.isEmpty() ? cells.at(pair.entry()).text(column) : onExit);
        }
        return extras;
    }

    private static void put(SortedMap<String, String> extras, String name, String value) {
        if (!value.isEmpty()) {
            extras.put(name, value);
        }
    }
}
