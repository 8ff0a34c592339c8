package credence.imports.formats.metatrader;

import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JournalRows;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Table;
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

    private BigDecimal cash = BigDecimal.ZERO;

    Mt4StatementReader(Mt4Lists lists, ImportOptions options, Tally tally) throws UnreadableFile {
        this.lists = lists;
        this.tally = tally.keepingRows();
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
                trades.add(trade(entry));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
                for (int i = 1; i < entry.rows; i++) {
                    tally.skip("second row of a refused trade");
                }
            }
        }
        JournalRows journal = new JournalRows(tally);
        for (Read read : trades) {
            try {
                journal.add(draft(read, printed));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
                for (int i = 1; i < read.entry.rows; i++) {
                    tally.skip("second row of a refused trade");
                }
            }
        }
        journal.acceptAll(tally);
        reconcile(trades);
        times.noteRepeatedHours(tally);
    }

    private void skip(Entry entry, String reason) {
        tally.skip(reason, entry.row);
        for (int i = 1; i < entry.rows; i++) {
            tally.skip(reason);
        }
    }

    /// Why an entry is no trade, else null.
    private @Nullable String noTrade(Entry entry) {
        String type = cell(entry, "Type").toLowerCase(Locale.ROOT);
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
                cash = cash.add(amount(entry));
            }
            return type.equals("balance") ? "deposit or withdrawal" : "credit";
        }
        return null; // the type is refused where the trade is read
    }

    private static BigDecimal amount(Entry entry) {
        for (int i = entry.row.size() - 1; i > 2; i--) {
            String text = entry.row.cell(i);
            if (!text.isEmpty()) {
                try {
                    BigDecimal number = NumberStyle.POINT.read(text);
                    return number == null ? BigDecimal.ZERO : number;
                } catch (NumberFormatException _) {
                    return BigDecimal.ZERO;
                }
            }
        }
        return BigDecimal.ZERO;
    }

    private static String cell(Entry entry, String column) {
        int i = entry.header.find(column);
        return i < 0 ? "" : entry.row.cell(i);
    }

    private Read trade(Entry entry) throws RefusedRow {
        Header h = entry.header;
        Cells c =
                new Cells(
                                Table.of(
                                        new HeaderPlace(',', 0, entry.row.line(), h),
                                        List.of(),
                                        tally),
                                NumberStyle.POINT)
                        .at(entry.row);
        String ticket = c.text(h.find("Ticket"));
        if (ticket.isEmpty() || !ticket.chars().allMatch(Character::isDigit)) {
            throw c.refuse(h.find("Ticket"), "This is no ticket number.", MetaTrader.AGAIN);
        }
        Direction direction = MetaTrader.direction(c, h.find("Type"));
        boolean closed = entry.section == Section.CLOSED;
        BigDecimal lots = c.positive(h.findAny("Size", "Lots", "Volume"));
        Instant entryTime = times.read(c.text(h.find("Open Time")), c.line());
        Instant exitTime = closed ? times.read(c.text(h.find("Close Time")), c.line()) : null;
        BigDecimal entryPrice = c.number(h.find("Price", 1));
        BigDecimal exitPrice = c.number(h.find("Price", 2));
        BigDecimal profit = c.number(h.findAny("Profit", "Trade P/L"));
        MtCosts costs =
                MtCosts.of(
                        c.numberOrNull(h.findAny("Commission", "Commis", "Commissions")),
                        c.numberOrNull(h.find("Taxes")),
                        c.numberOrNull(h.findAny("Swap", "R/O Swap")));
        String symbol = c.text(h.findAny("Item", "Symbol"));
        if (exitTime != null) {
            worth.add(symbol, direction, lots, entryPrice, exitPrice, profit);
        }
        return new Read(
                entry,
                new MtTrade(
                        c.line(),
                        entry.rows,
                        symbol,
                        direction,
                        lots,
                        entryTime,
                        entryPrice,
                        exitTime,
                        exitPrice,
                        profit,
                        costs == null ? new MtCosts(BigDecimal.ZERO, null, null, null) : costs,
                        Comments.reason(entry.comment)));
    }

    private TradeDraft draft(Read read, @Nullable Instant printed) throws RefusedRow {
        Entry e = read.entry;
        MtTrade t = read.trade;
        String ticket = cell(e, "Ticket");
        String comment = e.comment.isEmpty() ? cell(e, "Comment") : e.comment;
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
                        .extra("stop at the end", level(e, "S / L", "S/L"))
                        .extra("take profit at the end", level(e, "T / P", "T/P"));
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

    /// A level of zero is none.
    private static String level(Entry e, String... names) {
        int column = e.header.findAny(names);
        String text = column < 0 ? "" : e.row.cell(column);
        return text.matches("[0. ]*") ? "" : text;
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

    private void reconcile(List<Read> trades) {
        BigDecimal closed = BigDecimal.ZERO;
        BigDecimal floating = BigDecimal.ZERO;
        for (Read r : trades) {
            if (r.trade.exitTime() == null) {
                floating = floating.add(r.trade.net());
            } else {
                closed = closed.add(r.trade.net());
            }
        }
        Totals totals = new Totals(tally);
        BigDecimal stated = lists.labels.number("Closed P/L", "Closed Trade P/L");
        if (stated != null) {
            totals.hold("Closed P/L", stated, closed);
        }
        BigDecimal open = lists.labels.number("Floating P/L");
        if (open != null) {
            totals.hold("Floating P/L", open, floating);
        }
        BigDecimal deposits = lists.labels.number("Deposit/Withdrawal");
        if (deposits != null) {
            totals.hold("Deposit/Withdrawal", deposits, cash);
        }
        BigDecimal balance = lists.labels.number("Balance");
        BigDecimal equity = lists.labels.number("Equity");
        if (balance != null && equity != null && open != null) {
            BigDecimal credit = lists.labels.number("Credit Facility");
            BigDecimal computed = balance.add(floating);
            totals.hold("Equity", equity, credit == null ? computed : computed.add(credit));
        }
    }
}
