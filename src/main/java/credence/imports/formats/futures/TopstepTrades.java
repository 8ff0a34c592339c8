package credence.imports.formats.futures;

import credence.core.fact.ResultBasis;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
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
import credence.imports.TradeDraft;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/// TopstepX and the other platforms of ProjectX, *Trades*, exported as CSV.
///
/// - `Id, ContractName, EnteredAt, ExitedAt, EntryPrice, ExitPrice, Fees, PnL, Size, Type, [TradeDay, TradeDuration, Commissions]`.
/// - PnL is **before** Fees and Commissions (1 MNQ from 21450.25 to 21475.75 states 51.00, 25.5 points of $2, with Fees of 1.34 beside);
///   both are positive when paid, Commissions may be empty.
/// - Times with offset (`10/01/2026 21:13:23 +02:00`), months first; older files without one, then the zone is asked for.
/// - Prices with nine places (`20000.125000000`). Id is the trade's own. Neither account nor currency.
public final class TopstepTrades implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "TopstepX's trades",
                    "Id",
                    "ContractName",
                    "EnteredAt",
                    "ExitedAt",
                    "EntryPrice",
                    "ExitPrice",
                    "Fees",
                    "PnL",
                    "Size",
                    "Type");

    @Override
    public String id() {
        return "topstepx-trades";
    }

    @Override
    public String title() {
        return "TopstepX (ProjectX), trades (CSV)";
    }

    @Override
    public String book() {
        return "TopstepX";
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
        int pnl = h.find("PnL");
        int fees = h.find("Fees");
        int commissions = h.find("Commissions");
        Cells c =
                new Cells(
                        table,
                        NumberStyle.settle(
                                table, h.find("EntryPrice"), h.find("ExitPrice"), pnl, fees));
        var zone = options.zone().orElse(null);
        TimeColumn entries =
                TimeColumn.settle(table, h.find("EnteredAt"), zone, DateOrder.MONTH_FIRST);
        TimeColumn exits =
                TimeColumn.settle(table, h.find("ExitedAt"), zone, DateOrder.MONTH_FIRST);
        Owners owners = new Owners("TopstepX", options, tally);
        Contracts contracts = new Contracts(options, owners, tally);
        StatedProfits profits = new StatedProfits(tally);
        JournalRows rows = new JournalRows(tally);
        for (Row row : table.rows()) {
            c.at(row);
            try {
                String contract = c.text(h.find("ContractName"));
                Direction direction = direction(c, h.find("Type"));
                Instant entry = entries.read(c.text(h.find("EnteredAt")), c.line());
                BigDecimal size = c.positive(h.find("Size"));
                BigDecimal entryPrice = c.number(h.find("EntryPrice"));
                BigDecimal exitPrice = c.number(h.find("ExitPrice"));
                BigDecimal stated = c.number(pnl);
                BigDecimal fee = c.numberOrNull(fees);
                BigDecimal commission = c.numberOrNull(commissions);
                BigDecimal costs =
                        fee == null ? commission : commission == null ? fee : fee.add(commission);
                profits.hold(
                        c.line(),
                        stated,
                        contracts.gross(contract, direction, size, entryPrice, exitPrice));
                Clues clues =
                        Clues.NONE
                                .account(c.text(h.find("AccountName")))
                                .symbol(contract)
                                .time(entry);
                rows.add(
                        new TradeDraft(
                                        c.line(),
                                        owners.of(clues),
                                        owners.symbol(contract, c.line(), "ContractName"),
                                        direction,
                                        new Quantity(size),
                                        entry,
                                        new Price(entryPrice))
                                .id(c.text(h.find("Id")))
                                .exit(
                                        exits.read(c.text(h.find("ExitedAt")), c.line()),
                                        new Price(exitPrice))
                                .costs(costs)
                                .columns(commission, fee, null)
                                .netPnl(costs == null ? null : stated.subtract(costs))
                                .currency(contracts.currency("", contract))
                                .multiplier(contracts.multiplier(contract))
                                .source(owners.source(SourceClass.LIVE))
                                .stated(stated.toPlainString(), ResultBasis.BEFORE_COSTS)
                                .extra("TradeDay", c.text(h.find("TradeDay"))));
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        contracts.noteUnknown();
        if (!rows.isEmpty()) {
            tally.states("TopstepX", "PnL", ResultBasis.BEFORE_COSTS);
        }
        profits.tell("PnL");
        entries.noteRepeatedHours(tally);
        exits.noteRepeatedHours(tally);
    }

    private static Direction direction(Cells c, int column) throws RefusedRow {
        return switch (c.text(column).toLowerCase(Locale.ROOT)) {
            case "long" -> Direction.LONG;
            case "short" -> Direction.SHORT;
            default ->
                    throw c.refuse(
                            column,
                            "The type is neither Long nor Short.",
                            "Export the trades again.");
        };
    }
}
