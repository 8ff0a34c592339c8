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

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

/// Tradovate, report *Fills*, as CSV: the only one with commissions, and with times in UTC.
///
/// - `_id, _orderId, _contractId, _timestamp, _tradeDate, _action, _qty, _price, _active, _accountId, Fill ID, Order ID, Timestamp, Date, Account, B/S,
///   Quantity, Price, _priceFormat, _priceFormatType, _tickSize, Contract, Product, Product Description, commission`.
/// - `_timestamp` is UTC with milliseconds (`2026-06-14 23:03:54.732Z`), `Timestamp` the user's local time to the second.
/// - commission is of this fill; positive is paid. `_active` is false for fills that were taken back.
public final class TradovateFills implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Tradovate's fills",
                    "Fill ID",
                    "Order ID",
                    "_timestamp|Timestamp",
                    "B/S",
                    "Quantity",
                    "Price",
                    "Contract",
                    "_contractId");

    @Override
    public String id() {
        return "tradovate-fills";
    }

    @Override
    public String title() {
        return "Tradovate, fills (CSV)";
    }

    @Override
    public String book() {
        return "Tradovate";
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
        int time = h.findAny("_timestamp", "Timestamp");
        boolean utc = h.find("_timestamp") >= 0;
        TimeColumn times =
                utc
                        ? TimeColumn.known(
                                "_timestamp", DateOrder.YEAR_FIRST, ZoneOffset.UTC, tally)
                        : TimeColumn.settle(
                                table,
                                time,
                                TimeColumn.required(options, Tradovate.TIMES),
                                DateOrder.MONTH_FIRST);
        int price = h.find("Price");
        int quantity = h.find("Quantity");
        int commission = h.find("commission");
        Cells c = new Cells(table, NumberStyle.settle(table, price, quantity, commission));
        Owners owners = new Owners("Tradovate", options, tally);
        Contracts contracts = new Contracts(options, owners, tally);
        JournalRows rows = new JournalRows(tally);
        for (Row row : table.rows()) {
            c.at(row);
            try {
                if (c.text(h.find("_active")).equalsIgnoreCase("false")) {
                    tally.skip("fill that was taken back", row);
                    continue;
                }
                String contract = c.text(h.find("Contract"));
                Instant when = times.read(c.text(time), c.line());
                Clues clues =
                        Clues.NONE.account(c.text(h.find("Account"))).symbol(contract).time(when);
                rows.add(
                        new FillDraft(
                                        c.line(),
                                        owners.of(clues),
                                        when,
                                        owners.symbol(contract, c.line(), "Contract"),
                                        Tradovate.side(c, h.find("B/S")),
                                        new Quantity(c.positive(quantity)),
                                        new Price(c.number(price)))
                                .id(c.text(h.find("Fill ID")))
                                .commission(c.numberOrNull(commission))
                                .currency(contracts.currency(c.text(h.find("Currency")), contract))
                                .multiplier(contracts.multiplier(contract))
                                .source(owners.source(SourceClass.LIVE))
                                .extra("Order ID", c.text(h.find("Order ID")))
                                .extra("Trade date", c.text(h.find("_tradeDate"))));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        contracts.noteUnknown();
        times.noteRepeatedHours(tally);
    }
}
