package credence.imports.formats.stocks;

import credence.core.fact.PositionEffect;
import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderFingerprint;
import credence.imports.JournalFormat;
import credence.imports.Multiplier;
import credence.imports.Notional;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// TradeNote's template, which is also what TradeZero exports: executions as CSV.
///
/// - `Account,T/D,S/D,Currency,Type,Side,Symbol,Qty,Price,Exec Time,Comm,SEC,TAF,NSCC,Nasdaq,ECN Remove,ECN Add,Gross Proceeds,Net
///   Proceeds,Clr Broker,Liq,Note`; `MM/dd/yyyy` and a time of day, no zone.
/// - Sides `B` and `S` buy and sell what is held, `SS` sells short (opens), `BC` buys to cover (closes). Quantity without sign.
/// - Commission and fees are positive when paid (an ECN may pay); net = gross − all of them, gross is signed.
/// - The worth of a point follows from the gross proceeds. No ids, no bot; the note is the trader's own.
public final class TradeNote implements JournalFormat {

    private static final HeaderFingerprint HEADER =
            HeaderFingerprint.of(
                    "TradeNote's template (TradeZero)",
                    "Account",
                    "T/D",
                    "Currency",
                    "Type",
                    "Side",
                    "Symbol",
                    "Qty",
                    "Price",
                    "Exec Time",
                    "Comm",
                    "Gross Proceeds",
                    "Net Proceeds");
    private static final String[] FEES = {"SEC", "TAF", "NSCC", "Nasdaq", "ECN Remove", "ECN Add"};

    @Override
    public String id() {
        return "tradenote-template";
    }

    @Override
    public String title() {
        return "TradeNote template, TradeZero (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        return HEADER.detect(document);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        Table table = Table.read(document, Recognised.place(detection), tally);
        TimeColumn times =
                TimeColumn.settle(
                        table,
                        table.header().find("T/D"),
                        TimeColumn.required(options, "The times of this template are local"),
                        DateOrder.MONTH_FIRST);
        new Reader(table, times, options, tally).read();
    }

    private static final class Reader {

        private final Table table;
        private final Header h;
        private final TimeColumn times;
        private final Tally tally;
        private final ShareFills fills;
        private final AmountCheck gross;
        private final AmountCheck net;

        Reader(Table table, TimeColumn times, ImportOptions options, Tally tally) {
            this.table = table;
            this.h = table.header();
            this.times = times;
            this.tally = tally;
            this.fills = new ShareFills("TradeNote", options, tally);
            this.gross = new AmountCheck(tally, "Gross proceeds");
            this.net = new AmountCheck(tally, "Net proceeds");
        }

        void read() {
            Cells cells = new Cells(table, NumberStyle.POINT);
            for (Row row : table.rows()) {
                try {
                    fill(cells.at(row));
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            fills.acceptAll();
            times.noteRepeatedHours(tally);
            gross.report();
            net.report();
        }

        private void fill(Cells c) throws RefusedRow {
            String word = c.text(h.find("Side")).toUpperCase(Locale.ROOT);
            if (!word.matches("B|S|SS|BC")) {
                throw c.refuse(
                        h.find("Side"), "The side must be B, S, SS or BC.", "Correct the side.");
            }
            Side side = word.startsWith("B") ? Side.BUY : Side.SELL;
            BigDecimal quantity = c.positive(h.find("Qty"));
            BigDecimal price = c.number(h.find("Price"));
            BigDecimal proceeds = c.numberOrNull(h.find("Gross Proceeds"));
            Multiplier multiplier = multiplier(c, quantity, price, proceeds);
            BigDecimal commission = c.numberOrNull(h.find("Comm"));
            BigDecimal fees = fees(c);
            BigDecimal after = c.numberOrNull(h.find("Net Proceeds"));
            Instant time =
                    times.read(c.text(h.find("T/D")) + " " + c.text(h.find("Exec Time")), c.line());
            FillDraft draft =
                    fills.draft(
                                    c.line(),
                                    c.text(h.find("Account")),
                                    c.text(h.find("Symbol")),
                                    "Symbol",
                                    side,
                                    quantity,
                                    price,
                                    time)
                            .effect(
                                    switch (word) {
                                        case "SS", "B" -> PositionEffect.OPEN;
                                        default -> PositionEffect.CLOSE;
                                    })
                            .currency(fills.owners().currency(c.text(h.find("Currency"))))
                            .multiplier(multiplier)
                            .commission(commission)
                            .fees(fees)
                            .tag(c.text(h.find("Note")))
                            .extra("type", c.text(h.find("Type")))
                            .extra("liquidity", c.text(h.find("Liq")));
            String currency = c.text(h.find("Currency"));
            BigDecimal worth = quantity.multiply(price).multiply(multiplier.value());
            BigDecimal computed = side == Side.BUY ? worth.negate() : worth;
            BigDecimal rounding =
                    Notional.rounding(
                            quantity,
                            price,
                            multiplier.value(),
                            proceeds == null ? worth : proceeds);
            if (proceeds != null) {
                gross.add(c.line(), currency, proceeds, computed, rounding);
            }
            if (after != null) {
                BigDecimal costs =
                        (commission == null ? BigDecimal.ZERO : commission)
                                .add(fees == null ? BigDecimal.ZERO : fees);
                net.add(c.line(), currency, after, computed.subtract(costs), rounding);
            }
            fills.add(draft);
        }

        private Multiplier multiplier(
                Cells c, BigDecimal quantity, BigDecimal price, @Nullable BigDecimal proceeds) {
            Optional<BigDecimal> found =
                    proceeds == null
                            ? Optional.empty()
                            : Notional.multiplier(quantity, price, proceeds);
            if (found.isPresent()) {
                return found.get().compareTo(BigDecimal.ONE) == 0
                        ? Multiplier.ONE
                        : Multiplier.ofFile(found.get());
            }
            return switch (c.text(h.find("Type")).toLowerCase(Locale.ROOT)) {
                case "stock", "equity", "0", "" -> Multiplier.ONE;
                default -> Multiplier.UNKNOWN;
            };
        }

        /// All fees beside the commission; null when none is stated.
        private @Nullable BigDecimal fees(Cells c) throws RefusedRow {
            @Nullable BigDecimal sum = null;
            for (String name : FEES) {
                BigDecimal one = c.numberOrNull(h.find(name));
                if (one != null) {
                    sum = sum == null ? one : sum.add(one);
                }
            }
            return sum;
        }
    }
}
