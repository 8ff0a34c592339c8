package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.imports.formats.metatrader.DealPairs.Levels;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// What the parts of reading one MetaTrader 5 report share: the report, whose its trades are, and what was read so far.
final class Mt5Reading {

    final Mt5Report report;
    final boolean tester;
    final Tally tally;
    final TimeColumn times;
    final PointWorth worth = new PointWorth(false);

    /// By order number.
    final Map<String, Levels> levels = new HashMap<>();

    /// By symbol and time of the exit.
    final Map<String, ExitReason> reasons = new HashMap<>();

    final TesterFigures figures = new TesterFigures();
    final Totals totals;
    final JournalRows journal;
    private final Owners owners;

    Mt5Reading(Mt5Report report, boolean tester, ImportOptions options, Tally tally)
            throws UnreadableFile {
        this.report = report;
        this.tester = tester;
        this.tally = tally.keepingRows();
        this.journal = JournalRows.once(tally);
        this.owners = new Owners(tester ? "MetaTrader 5 tester" : "MetaTrader 5", options, tally);
        ZoneId zone = TimeColumn.required(options, MetaTrader.TIMES);
        this.times = TimeColumn.known("Time", DateOrder.YEAR_FIRST, zone, tally);
        this.totals = new Totals(tally);
    }

    /// @param entry line of the row that opened it
    TradeDraft draft(MtTrade t, int entry, Levels first, String comment) throws RefusedRow {
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

    static void keep(TradeDraft draft, Levels last) {
        BigDecimal stop = last.stop();
        BigDecimal take = last.takeProfit();
        draft.extra("stop at the end", stop == null ? "" : stop.toPlainString());
        draft.extra("take profit at the end", take == null ? "" : take.toPlainString());
    }

    Multiplier worthOf(MtTrade t, BigDecimal exit) {
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

    static @Nullable BigDecimal positive(@Nullable BigDecimal level) {
        return level == null || level.signum() <= 0 ? null : level;
    }

    /// For messages, with a minus that is one.
    static String plain(BigDecimal number) {
        return number.toPlainString().replace('-', '−');
    }

    static BigDecimal zero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    static @Nullable BigDecimal number(Row row, int column) {
        try {
            return column < 0 || column >= row.size()
                    ? null
                    : NumberStyle.POINT.read(row.cell(column));
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
