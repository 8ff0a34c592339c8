package credence.imports.formats.futures;

import credence.core.fact.ResultBasis;
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
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;

/// Reads pairs of a buying and a selling fill, which two of Tradovate's reports list.
final class TradovatePairs {

    private final ImportOptions options;
    private final Tally tally;

    TradovatePairs(ImportOptions options, Tally tally) {
        this.options = options;
        this.tally = tally;
    }

    void read(Table table) throws UnreadableFile {
        Header h = table.header();
        HeaderPlace place = table.place();
        int pnl = h.findAny("pnl", "P/L", "PnL");
        int bought = h.findAny("boughtTimestamp", "Bought Timestamp");
        int sold = h.findAny("soldTimestamp", "Sold Timestamp");
        int buyPrice = h.findAny("buyPrice", "Buy Price");
        int sellPrice = h.findAny("sellPrice", "Sell Price");
        int quantity = h.findAny("qty", "Paired Qty");
        Cells c = new Cells(table, NumberStyle.settle(table, buyPrice, sellPrice, pnl, quantity));
        var zone = TimeColumn.required(options, Tradovate.TIMES);
        TimeColumn buys = TimeColumn.settle(table, bought, zone, DateOrder.MONTH_FIRST);
        TimeColumn sells = TimeColumn.settle(table, sold, zone, DateOrder.MONTH_FIRST);
        Owners owners = new Owners("Tradovate", options, tally);
        Contracts contracts = new Contracts(options, owners, tally);
        StatedProfits profits = new StatedProfits(tally);
        JournalRows rows = new JournalRows(tally);
        for (Row row : table.rows()) {
            c.at(row);
            try {
                String contract = c.text(h.findAny("Contract", "symbol"));
                String buyFill = c.text(h.findAny("buyFillId", "Buy Fill ID"));
                String sellFill = c.text(h.findAny("sellFillId", "Sell Fill ID"));
                Instant buy = buys.read(c.text(bought), c.line());
                Instant sell = sells.read(c.text(sold), c.line());
                Direction direction = Tradovate.direction(buy, sell, buyFill, sellFill);
                boolean isLong = direction == Direction.LONG;
                BigDecimal size = c.positive(quantity);
                BigDecimal entry = c.number(isLong ? buyPrice : sellPrice);
                BigDecimal exit = c.number(isLong ? sellPrice : buyPrice);
                BigDecimal stated = c.number(pnl);
                profits.hold(
                        c.line(), stated, contracts.gross(contract, direction, size, entry, exit));
                Clues clues =
                        Clues.NONE
                                .account(c.text(h.find("Account")))
                                .symbol(contract)
                                .time(isLong ? buy : sell);
                TradeDraft trade =
                        new TradeDraft(
                                        c.line(),
                                        owners.of(clues),
                                        owners.symbol(contract, c.line(), place.header().name(0)),
                                        direction,
                                        new Quantity(size),
                                        isLong ? buy : sell,
                                        new Price(entry))
                                .exit(isLong ? sell : buy, new Price(exit))
                                .currency(contracts.currency(c.text(h.find("Currency")), contract))
                                .multiplier(contracts.multiplier(contract))
                                .source(owners.source(SourceClass.LIVE))
                                .stated(stated.toPlainString(), ResultBasis.BEFORE_COSTS)
                                .extra("buy fill", buyFill)
                                .extra("sell fill", sellFill);
                if (!buyFill.isEmpty() && !sellFill.isEmpty()) {
                    trade.id(buyFill + ' ' + sellFill);
                }
                rows.add(trade);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        contracts.noteUnknown();
        profits.tell(h.name(pnl));
        buys.noteRepeatedHours(tally);
        sells.noteRepeatedHours(tally);
        if (!rows.isEmpty()) {
            tally.note("The report states no fees: results are before costs.");
        }
    }
}
