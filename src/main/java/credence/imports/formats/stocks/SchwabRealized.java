package credence.imports.formats.stocks;

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
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.Notional;
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

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/// Charles Schwab, Realized Gain/Loss (lot details) as CSV: one closed lot a row.
///
/// - `Symbol, Name, Closed Date, Opened Date, Quantity, Proceeds Per Share, Cost Per Share, Proceeds, Cost Basis (CB), Gain/Loss ($), …,
///   Wash Sale?, Disallowed Loss, …`; a title line above, a total below. Days only, `MM/dd/yyyy`.
/// - Proceeds are after, the cost basis is before commissions and fees: their difference is the result after all costs. `Gain/Loss` may
///   be changed by wash sales, so it is kept beside.
/// - A lot that was closed before it was opened is a short sale.
public final class SchwabRealized implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "Schwab's realized gain/loss",
                    "Symbol",
                    "Closed Date|Transaction Closed Date",
                    "Opened Date",
                    "Quantity",
                    "Proceeds Per Share",
                    "Cost Per Share",
                    "Proceeds",
                    "Cost Basis*",
                    "Gain/Loss*");

    @Override
    public String id() {
        return "schwab-realized";
    }

    @Override
    public String title() {
        return "Charles Schwab, realized gain/loss (CSV)";
    }

    @Override
    public String book() {
        return "Schwab";
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
        Table table =
                Table.read(document, Recognised.place(detection), tally, SchwabRealized::leaving);
        new Reader(table, options, tally).read();
    }

    private static @Nullable String leaving(Row row) {
        return row.cell(0).strip().startsWith("Total") || row.size() < 3 ? "total" : null;
    }

    private static final class Reader {

        private final Table table;
        private final Header h;
        private final Tally tally;
        private final Owners owners;
        private final Cells cells;
        private final TimeColumn days;
        private final AmountCheck proceeds;
        private final JournalRows rows;

        Reader(Table table, ImportOptions options, Tally tally) {
            this.table = table;
            this.h = table.header();
            this.tally = tally;
            this.rows = new JournalRows(tally);
            this.owners = new Owners("Schwab", options, tally);
            this.cells = new Cells(table, NumberStyle.POINT);
            this.days = Days.column("Closed Date", DateOrder.MONTH_FIRST, options, tally);
            this.proceeds = new AmountCheck(tally, "Proceeds of all lots");
        }

        void read() {
            for (Row row : table.rows()) {
                try {
                    one(cells.at(row));
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            rows.acceptAll(tally);
            proceeds.report();
        }

        private void one(Cells c) throws RefusedRow {
            int line = c.line();
            Instant opened = days.read(c.text(h.find("Opened Date")), line);
            Instant closed =
                    days.read(c.text(h.findAny("Closed Date", "Transaction Closed Date")), line);
            boolean isShort = closed.isBefore(opened);
            BigDecimal quantity = c.positive(h.find("Quantity"));
            BigDecimal sold = c.number(h.find("Proceeds Per Share"));
            BigDecimal bought = c.number(h.find("Cost Per Share"));
            BigDecimal received = c.number(h.find("Proceeds"));
            BigDecimal cost = c.number(h.findFrom("Cost Basis"));
            Multiplier multiplier =
                    Notional.multiplier(quantity, sold, received)
                            .or(() -> Notional.multiplier(quantity, bought, cost))
                            .map(
                                    m ->
                                            m.compareTo(BigDecimal.ONE) == 0
                                                    ? Multiplier.ONE
                                                    : Multiplier.ofFile(m))
                            .orElse(Multiplier.ONE);
            String symbol = c.text(h.find("Symbol"));
            Instant entry = isShort ? closed : opened;
            rows.add(
                    new TradeDraft(
                                    line,
                                    owners.of(Clues.NONE.symbol(symbol).time(entry)),
                                    owners.symbol(symbol, line, "Symbol"),
                                    isShort ? Direction.SHORT : Direction.LONG,
                                    new Quantity(quantity),
                                    entry,
                                    new Price(isShort ? sold : bought))
                            .exit(isShort ? opened : closed, new Price(isShort ? bought : sold))
                            .netPnl(received.subtract(cost))
                            .currency(owners.currency(""))
                            .multiplier(multiplier)
                            .source(owners.source(SourceClass.LIVE))
                            .extra("gain_loss", c.text(h.findFrom("Gain/Loss")))
                            .extra("wash_sale", c.text(h.find("Wash Sale?")))
                            .extra("disallowed_loss", c.text(h.find("Disallowed Loss")))
                            .extra("term", c.text(h.find("Term"))));
            proceeds.add(
                    line,
                    "",
                    received,
                    quantity.multiply(sold).multiply(multiplier.value()),
                    Notional.rounding(quantity, sold, multiplier.value(), received));
        }
    }
}
