package credence.imports.formats.futures;

import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
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
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;

/// Tradovate (and NinjaTrader's web platform), report *Orders*, as CSV.
///
/// - `orderId, Account, Order ID, B/S, Contract, Product, Product Description, avgPrice, filledQty, Fill Time, lastCommandId, Status,
///   _priceFormat, _priceFormatType, _tickSize, …, Timestamp, Date, Quantity, Text, Type, Limit Price, Stop Price, …, Filled Qty, Avg Fill Price,
///   …, Notional Value, Currency`; blanks in front of ` Buy`, ` Filled`, ` Market`.
/// - One row an order, with its average price; a filled part of an order that was cancelled later has a filled quantity. Orders
///   without one are brackets that were not reached, cancelled or rejected.
/// - No fees, no result. Times are the user's local time, months first, and stated nowhere. Rows are in order of nothing.
/// - Text is where the order came from (`Chart`, `multibracket`, `Ticket`, `Exit`) or what a program wrote.
/// - The order's id is unique.
public final class TradovateOrders implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Tradovate's orders",
                    "orderId|Order ID",
                    "B/S",
                    "Contract",
                    "Status",
                    "Fill Time",
                    "filledQty|Filled Qty",
                    "avgPrice|Avg Fill Price");

    @Override
    public String id() {
        return "tradovate-orders";
    }

    @Override
    public String title() {
        return "Tradovate, orders (CSV)";
    }

    @Override
    public String book() {
        return "Tradovate";
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
        int quantity = h.findAny("filledQty", "Filled Qty");
        int price = h.findAny("avgPrice", "Avg Fill Price");
        int time = h.find("Fill Time");
        Cells c = new Cells(table, NumberStyle.settle(table, price, quantity));
        TimeColumn times =
                TimeColumn.settle(
                        table,
                        time,
                        TimeColumn.required(options, Tradovate.TIMES),
                        DateOrder.MONTH_FIRST);
        Owners owners = new Owners("Tradovate", options, tally);
        Contracts contracts = new Contracts(options, owners, tally);
        JournalRows rows = new JournalRows(tally);
        for (Row row : table.rows()) {
            c.at(row);
            try {
                BigDecimal filled = c.numberOrNull(quantity);
                if (filled == null || filled.signum() == 0) {
                    tally.skip(unfilled(c.text(h.find("Status"))), row);
                    continue;
                }
                String contract = c.text(h.find("Contract"));
                String text = c.text(h.find("Text"));
                var when = times.read(c.text(time), c.line());
                Clues clues =
                        Clues.NONE
                                .account(c.text(h.find("Account")))
                                .tag(text)
                                .symbol(contract)
                                .time(when);
                FillDraft fill =
                        new FillDraft(
                                        c.line(),
                                        owners.of(clues),
                                        when,
                                        owners.symbol(contract, c.line(), "Contract"),
                                        Tradovate.side(c, h.find("B/S")),
                                        new Quantity(c.positive(quantity)),
                                        new Price(c.number(price)))
                                .id(c.text(h.findAny("orderId", "Order ID")))
                                .currency(contracts.currency(c.text(h.find("Currency")), contract))
                                .multiplier(contracts.multiplier(contract))
                                .tag(text)
                                .source(owners.source(SourceClass.LIVE));
                for (String kept : new String[] {"Type", "Limit Price", "Stop Price", "Product"}) {
                    fill.extra(kept, c.text(h.find(kept)));
                }
                rows.add(fill);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        contracts.noteUnknown();
        times.noteRepeatedHours(tally);
        if (!rows.isEmpty()) {
            tally.note(
                    "The orders state no fees: results are before costs. Each order is read as one"
                            + " execution at its average price.");
        }
    }

    private static String unfilled(String status) {
        String s = status.toLowerCase(Locale.ROOT);
        return s.isEmpty() ? "order that was not filled" : "order that was " + s;
    }
}
