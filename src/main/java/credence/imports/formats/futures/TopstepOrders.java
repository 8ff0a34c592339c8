package credence.imports.formats.futures;

import credence.core.fact.PositionEffect;
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
import credence.service.port.ImportOptions;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/// TopstepX and the other platforms of ProjectX, *Orders*, exported as CSV.
///
/// - `Id, AccountName, ContractName, Status, Type, Size, Side, CreatedAt, TradeDay, FilledAt, CancelledAt, TriggeredAt, StopPrice, LimitPrice,
///   ExecutePrice, TriggeredPrice, PositionDisposition, CreationDisposition, RejectionReason, ExchangeOrderId, PlatformOrderId`.
/// - Side `Bid` buys, `Ask` sells. Only rows of status `Filled` were executed, at ExecutePrice.
/// - PositionDisposition `Opening`, `Closing` or `Undetermined`; a closing order may turn the position round, so it is not taken
///   as closing only. CreationDisposition tells who made it: `Trader`, `TakeProfit`, `StopLoss`, …
/// - Times with offset; no fees.
public final class TopstepOrders implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "TopstepX's orders",
                    "Id",
                    "ContractName",
                    "Status",
                    "Size",
                    "Side",
                    "FilledAt",
                    "ExecutePrice",
                    "PositionDisposition");

    @Override
    public String id() {
        return "topstepx-orders";
    }

    @Override
    public String title() {
        return "TopstepX (ProjectX), orders (CSV)";
    }

    @Override
    public String book() {
        return "TopstepX";
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
        Table table = Table.read(document, place, tally);
        Header h = table.header();
        int price = h.find("ExecutePrice");
        int size = h.find("Size");
        int time = h.find("FilledAt");
        Cells c = new Cells(table, NumberStyle.settle(table, price, size));
        TimeColumn times =
                TimeColumn.settle(table, time, options.zone().orElse(null), DateOrder.MONTH_FIRST);
        Owners owners = new Owners("TopstepX", options, tally);
        Contracts contracts = new Contracts(options, owners, tally);
        JournalRows rows = new JournalRows(tally);
        for (Row row : table.rows()) {
            c.at(row);
            try {
                String status = c.text(h.find("Status")).toLowerCase(Locale.ROOT);
                if (!status.equals("filled")) {
                    tally.skip("order that was " + (status.isEmpty() ? "not filled" : status), row);
                    continue;
                }
                String contract = c.text(h.find("ContractName"));
                String made = c.text(h.find("CreationDisposition"));
                Instant when = times.read(c.text(time), c.line());
                boolean opens = c.text(h.find("PositionDisposition")).equalsIgnoreCase("Opening");
                Clues clues =
                        Clues.NONE
                                .account(c.text(h.find("AccountName")))
                                .tag(made)
                                .symbol(contract)
                                .time(when);
                rows.add(
                        new FillDraft(
                                        c.line(),
                                        owners.of(clues),
                                        when,
                                        owners.symbol(contract, c.line(), "ContractName"),
                                        side(c, h.find("Side")),
                                        new Quantity(c.positive(size)),
                                        new Price(c.number(price)))
                                .id(c.text(h.find("Id")))
                                .effect(opens ? PositionEffect.OPEN : PositionEffect.UNKNOWN)
                                .currency(contracts.currency("", contract))
                                .multiplier(contracts.multiplier(contract))
                                .tag(made)
                                .source(owners.source(SourceClass.LIVE))
                                .extra("Type", c.text(h.find("Type")))
                                .extra("TradeDay", c.text(h.find("TradeDay"))));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        contracts.noteUnknown();
        times.noteRepeatedHours(tally);
        if (!rows.isEmpty()) {
            tally.note(
                    "The orders state no fees: results are before costs. The trades state them."
                            + " Import one of the two, not both.");
        }
    }

    private static Side side(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "bid", "buy" -> Side.BUY;
            case "ask", "sell" -> Side.SELL;
            default ->
                    throw c.refuse(
                            column, "The side is neither Bid nor Ask.", "Export the orders again.");
        };
    }
}
