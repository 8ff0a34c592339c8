package credence.imports.formats.futures;

import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
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
import credence.imports.ZoneNames;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Rithmic, R | Trader Pro, window *Orders*, exported as CSV: *Working Orders*, then *Completed Orders*, each with its header.
///
/// - Columns by the user's choice: `Account, Status, Remarks, Buy/Sell, Qty To Fill, Max Show Qty, Symbol, Price Type, Avg Fill Price, Limit Price, Order
///   Number, …, User Id, Update Time (EDT), Qty Filled, Create Time (EDT), Commission, …, Commission Fill Rate, Closed Profit/Loss`.
/// - The zone stands in the names of the time columns: `(EDT)`, `(CST)`, `(PDT)`; `(RDT)` is no zone and has to be said.
/// - One row an order, with average price; `B`, `S`; status `Filled`, `Cancelled`, … A cancelled order may be filled in part.
/// - Commission Fill Rate is a contract's commission; it is charged for each contract filled.
/// - Sorted by order number, which is the identity. One day a file. Remarks and the user's tag name the order.
public final class RithmicOrders implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Rithmic's completed orders",
                    "Buy/Sell",
                    "Symbol",
                    "Avg Fill Price",
                    "Order Number",
                    "Qty Filled|Qty To Fill",
                    "Update Time*");

    @Override
    public String id() {
        return "rithmic-orders";
    }

    @Override
    public String title() {
        return "Rithmic, completed orders (CSV)";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = Objects.requireNonNull(detection.header());
        Header h = place.header();
        Table table =
                Table.read(document, place, tally, row -> title(row, h) ? "title of a list" : null);
        int time = h.findFrom("Update Time");
        int price = h.find("Avg Fill Price");
        int filled = h.findAny("Qty Filled", "Qty To Fill");
        int rate = h.find("Commission Fill Rate");
        Optional<ZoneId> named = ZoneNames.inColumn(h.name(time));
        ZoneId zone =
                named.isPresent()
                        ? named.get()
                        : TimeColumn.required(
                                options, "The times of Rithmic's orders are those of its clock");
        TimeColumn times = TimeColumn.settle(table, time, zone, DateOrder.MONTH_FIRST);
        Cells c = new Cells(table, NumberStyle.settle(table, price, rate));
        Owners owners = new Owners("Rithmic", options, tally);
        Contracts contracts = new Contracts(options, owners, tally);
        JournalRows rows = new JournalRows(tally);
        for (Row row : table.rows()) {
            c.at(row);
            try {
                String status = c.text(h.find("Status")).toLowerCase(Locale.ROOT);
                BigDecimal quantity = c.numberOrNull(filled);
                BigDecimal average = c.numberOrNull(price);
                boolean executed = h.find("Qty Filled") >= 0 || status.contains("fill");
                if (quantity == null || quantity.signum() <= 0 || average == null || !executed) {
                    tally.skip("order that was " + (status.isEmpty() ? "not filled" : status), row);
                    continue;
                }
                rows.add(fill(c, h, times, time, rate, quantity, average, owners, contracts));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        contracts.noteUnknown();
        times.noteRepeatedHours(tally);
    }

    /// `Working Orders`, `Completed Orders`, or the header once more.
    private static boolean title(Row row, Header h) {
        return row.size() < h.size()
                ? row.cell(0).toLowerCase(Locale.ROOT).contains("orders")
                : row.toString().equals(String.join(" ", h.names()));
    }

    private static FillDraft fill(
            Cells c,
            Header h,
            TimeColumn times,
            int time,
            int rate,
            BigDecimal quantity,
            BigDecimal price,
            Owners owners,
            Contracts contracts)
            throws RefusedRow {
        String symbol = c.text(h.find("Symbol"));
        String tag = c.text(h.findAny("User Tag", "Tag", "Remarks"));
        Instant when = times.read(c.text(time), c.line());
        BigDecimal perContract = c.numberOrNull(rate);
        Clues clues =
                Clues.NONE.account(c.text(h.find("Account"))).tag(tag).symbol(symbol).time(when);
        FillDraft fill =
                new FillDraft(
                                c.line(),
                                owners.of(clues),
                                when,
                                owners.symbol(symbol, c.line(), "Symbol"),
                                side(c, h.find("Buy/Sell")),
                                new Quantity(quantity),
                                new Price(price))
                        .id(c.text(h.find("Order Number")))
                        .commission(
                                perContract == null ? null : perContract.abs().multiply(quantity))
                        .currency(contracts.currency("", symbol))
                        .multiplier(contracts.multiplier(symbol))
                        .tag(tag)
                        .source(owners.source(SourceClass.LIVE));
        for (String kept : new String[] {"Price Type", "Limit Price", "Closed Profit/Loss"}) {
            fill.extra(kept, c.text(h.find(kept)));
        }
        return fill;
    }

    private static Side side(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "b", "buy" -> Side.BUY;
            case "s", "sell", "ss" -> Side.SELL;
            default ->
                    throw c.refuse(
                            column, "The side is neither B nor S.", "Export the orders again.");
        };
    }
}
