package credence.imports.formats.metatrader;

import credence.core.value.Direction;
import credence.imports.Cells;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.formats.metatrader.Mt4Lists.Entry;
import credence.imports.formats.metatrader.Mt4Lists.Section;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Reads the cells of one trade of a MetaTrader 4 statement.
final class StatementRow {

    private StatementRow() {}

    static MtTrade trade(Entry entry, TimeColumn times, Tally tally) throws RefusedRow {
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
        return new MtTrade(
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
                Comments.reason(entry.comment));
    }

    static String cell(Entry entry, String column) {
        int i = entry.header.find(column);
        return i < 0 ? "" : entry.row.cell(i);
    }

    /// A level of zero is none.
    static String level(Entry e, String... names) {
        int column = e.header.findAny(names);
        String text = column < 0 ? "" : e.row.cell(column);
        return text.matches("[0. ]*") ? "" : text;
    }
}
