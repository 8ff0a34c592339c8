package credence.imports.formats.metatrader;

import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Header;
import credence.imports.JournalRows;
import credence.imports.Owners;
import credence.imports.PageRow;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/// Reads one MetaTrader 4 tester report; see [Mt4Tester] for its facts.
final class Mt4TesterReader {

    private final String expert;
    private final Tally tally;
    private final Owners owners;
    private final TimeColumn times;
    private final Labels labels = new Labels();
    private final TesterBalance balance;
    private final TesterProfits profits;
    private String symbol = "";

    Mt4TesterReader(String expert, ImportOptions options, Tally tally) throws UnreadableFile {
        this.expert = expert;
        this.tally = tally.keepingRows();
        this.balance = new TesterBalance(labels, tally);
        this.owners = new Owners("MetaTrader 4 tester", options, tally);
        ZoneId zone = TimeColumn.required(options, MetaTrader.TIMES);
        this.times = TimeColumn.known("Time", DateOrder.YEAR_FIRST, zone, tally);
        this.profits = new TesterProfits(zone);
    }

    void read(List<PageRow> rows) throws UnreadableFile {
        TesterEvents events = events(rows);
        JournalRows journal = new JournalRows(tally);
        Symbol traded = symbolOf();
        profits.learn(events.endings.stream().map(TesterOrder.Ending::trade).toList());
        for (TesterOrder.Ending e : events.endings) {
            try {
                journal.add(closed(e, traded));
            } catch (RefusedRow refused) {
                tally.refuse(refused.refusal());
                for (int i = 1; i < e.trade().dataRows(); i++) {
                    tally.skip("row of a refused trade");
                }
            }
        }
        for (TesterOrder o : events.open.values()) {
            journal.add(draft(o, o.lots, o.rows, traded).multiplier(profits.worthOf(symbol)));
        }
        journal.acceptAll(tally);
        profits.note(tally);
        reconcile(events.endings);
        times.noteRepeatedHours(tally);
    }

    /// Figures stand above the header, events below it.
    private TesterEvents events(List<PageRow> rows) {
        Header header = null;
        TesterEvents events = new TesterEvents(symbol, times, balance, tally);
        for (PageRow row : rows) {
            if (header == null) {
                header = Mt4Tester.headerOf(row);
                if (header == null) {
                    labels.add(row);
                } else {
                    symbol = symbol();
                    events = new TesterEvents(symbol, times, balance, tally);
                }
            } else if (row.words().size() > 1) {
                tally.read(1);
                try {
                    events.add(header, row.texts());
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
        }
        return events;
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

    private TradeDraft draft(TesterOrder o, BigDecimal lots, int rows, Symbol traded) {
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

    private TradeDraft closed(TesterOrder.Ending e, Symbol traded) throws RefusedRow {
        MtTrade t = e.trade();
        Instant exitTime = Objects.requireNonNull(t.exitTime());
        BigDecimal exitPrice = Objects.requireNonNull(t.exitPrice());
        TradeDraft draft =
                draft(e.order(), t.lots(), t.dataRows(), traded)
                        .exit(exitTime, new Price(exitPrice))
                        .reason(t.reason())
                        .netPnl(t.profit())
                        .multiplier(profits.worthOf(t, exitPrice));
        BigDecimal overnight = profits.overnight(t);
        draft.stated(t.profit().toPlainString(), profits.basis(t));
        if (overnight != null) {
            draft.costs(overnight.negate())
                    .columns(null, null, overnight.negate())
                    .extra("overnight interest", overnight.toPlainString());
        }
        return draft;
    }

    private void reconcile(List<TesterOrder.Ending> endings) {
        TesterFigures figures = new TesterFigures();
        endings.forEach(e -> figures.add(e.trade().direction(), e.trade().profit(), e.minus()));
        Totals totals = new Totals(tally);
        figures.hold(labels, totals, tally);
        balance.hold(totals, figures);
    }
}
