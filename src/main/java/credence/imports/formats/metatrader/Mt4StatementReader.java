package credence.imports.formats.metatrader;

import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.JournalRows;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.imports.formats.metatrader.Mt4Lists.Entry;
import credence.imports.formats.metatrader.Mt4Lists.Section;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads one MetaTrader 4 statement; see [Mt4Statement] for its facts.
final class Mt4StatementReader {

    private record Read(Entry entry, MtTrade trade) {}

    private final Mt4Lists lists;
    private final Tally tally;
    private final PointWorth worth = new PointWorth(false);
    private final Owners owners;
    private final TimeColumn times;
    private final TimeColumn reportTimes;
    private final StatementTotals totals;

    Mt4StatementReader(Mt4Lists lists, ImportOptions options, Tally tally) throws UnreadableFile {
        this.lists = lists;
        this.tally = tally.keepingRows();
        this.totals = new StatementTotals(lists.labels, tally);
        this.owners = new Owners("MetaTrader 4", options, tally);
        ZoneId zone = TimeColumn.required(options, MetaTrader.TIMES);
        this.times = TimeColumn.known("Time", DateOrder.YEAR_FIRST, zone, tally);
        this.reportTimes =
                TimeColumn.known("time of the report", DateOrder.YEAR_FIRST, zone, tally);
    }

    void read() throws UnreadableFile {
        Instant printed = printed();
        List<Read> trades = new ArrayList<>();
        for (Entry entry : lists.entries) {
            tally.read(entry.rows);
            String other = noTrade(entry);
            if (other != null) {
                skip(entry, other);
                continue;
            }
            try {
                trades.add(new Read(entry, StatementRow.trade(entry, times, tally)));
            } catch (RefusedRow e) {
                refuse(e, entry);
            }
        }
        trades.forEach(read -> learn(read.trade));
        JournalRows journal = new JournalRows(tally);
        for (Read read : trades) {
            try {
                journal.add(draft(read, printed));
            } catch (RefusedRow e) {
                refuse(e, read.entry);
            }
        }
        journal.acceptAll(tally);
        trades.forEach(read -> totals.trade(read.trade));
        totals.hold();
        times.noteRepeatedHours(tally);
    }

    private void learn(MtTrade t) {
        if (t.exitTime() != null && t.exitPrice() != null) {
            worth.add(
                    t.symbol(), t.direction(), t.lots(), t.entryPrice(), t.exitPrice(), t.profit());
        }
    }

    private void refuse(RefusedRow e, Entry entry) {
        tally.refuse(e.refusal());
        for (int i = 1; i < entry.rows; i++) {
            tally.skip("second row of a refused trade");
        }
    }

    private void skip(Entry entry, String reason) {
        tally.skip(reason, entry.row);
        for (int i = 1; i < entry.rows; i++) {
            tally.skip(reason);
        }
    }

    /// Why an entry is no trade, else null.
    private @Nullable String noTrade(Entry entry) {
        String type = StatementRow.cell(entry, "Type").toLowerCase(Locale.ROOT);
        if (entry.section == Section.WORKING) {
            return "order that was still working";
        }
        if (type.equals("buy") || type.equals("sell")) {
            return null;
        }
        if (type.startsWith("buy ") || type.startsWith("sell ")) {
            return "pending order that was cancelled or expired";
        }
        if (type.equals("balance") || type.equals("credit")) {
            if (type.equals("balance")) {
                totals.cash(entry.row);
            }
            return type.equals("balance") ? "deposit or withdrawal" : "credit";
        }
        return null; // the type is refused where the trade is read
    }

    private TradeDraft draft(Read read, @Nullable Instant printed) throws RefusedRow {
        Entry e = read.entry;
        MtTrade t = read.trade;
        String ticket = StatementRow.cell(e, "Ticket");
        String comment = e.comment.isEmpty() ? StatementRow.cell(e, "Comment") : e.comment;
        boolean manual = e.magic.isEmpty() || e.magic.equals("0");
        Clues clues =
                Clues.NONE
                        .bot(manual ? "" : e.magic)
                        .account(lists.account)
                        .tag(comment)
                        .symbol(t.symbol())
                        .time(t.entryTime())
                        .line(t.line());
        TradeDraft draft =
                new TradeDraft(
                                t.line(),
                                owners.of(clues),
                                owners.symbol(t.symbol(), t.line(), "Item"),
                                t.direction(),
                                new Quantity(t.lots()),
                                t.entryTime(),
                                new Price(t.entryPrice()))
                        .dataRows(t.dataRows())
                        .id(ticket)
                        .currency(owners.currency(lists.currency))
                        .source(owners.source(SourceClass.LIVE))
                        .extra("magic", manual ? "" : e.magic)
                        .extra("comment", comment)
                        .extra("stop at the end", StatementRow.level(e, "S / L", "S/L"))
                        .extra("take profit at the end", StatementRow.level(e, "T / P", "T/P"));
        BigDecimal exitPrice = t.exitPrice();
        if (exitPrice == null) {
            return draft;
        }
        draft.multiplier(
                worth.of(
                        t.symbol(),
                        t.direction(),
                        t.lots(),
                        t.entryPrice(),
                        exitPrice,
                        t.profit()));
        if (t.exitTime() != null) {
            return t.result(draft.exit(t.exitTime(), new Price(exitPrice)));
        }
        if (printed != null && !printed.isBefore(t.entryTime())) {
            draft.mark(printed, new Price(exitPrice), t.net());
        }
        return draft;
    }

    /// When the statement was made; open trades are marked then.
    private @Nullable Instant printed() {
        if (lists.reportTime.isEmpty()) {
            return null;
        }
        try {
            return reportTimes.read(lists.reportTime, 0);
        } catch (RefusedRow _) {
            tally.note(
                    "The time of the statement ("
                            + lists.reportTime
                            + ") could not be read; open trades"
                            + " have no mark.");
            return null;
        }
    }
}
