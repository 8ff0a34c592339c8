package credence.imports.formats.stocks;

import credence.core.value.Side;
import credence.imports.Cells;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/// DEGIRO, account statement as CSV, in any of its languages.
///
/// - Twelve columns: date, time, value date, product, ISIN, description, FX, change (currency and amount, the latter unnamed), balance
///   (the same), order id. `dd-MM-yyyy` and `HH:mm`, newest first; decimal comma in quotes or point.
/// - A trade is a row of which side, size and price stand in the description; the amount's sign is the side: `Koop 500 @ 0,039 EUR`,
///   `Compra 6 NAME@49,785 EUR (ISIN)`. London prices are in pence (GBX), amounts in pounds.
/// - Fees and taxes of an order are rows of their own under its id, in the account's currency, and so are its conversions, with the
///   rate on the row of the foreign currency.
/// - Corporate actions have their name before a colon (`STOCK SPLIT: Koop …`), and no trade behind them.
/// - A long order id may go on in a row that is empty otherwise. One order may have several trades. No id of executions, no bot.
public final class DegiroAccount implements JournalFormat {

    private static final int SURE = 92;
    private static final Set<String> BUY =
            Set.of(
                    "koop",
                    "buy",
                    "kauf",
                    "achat",
                    "acquisto",
                    "compra",
                    "kupno",
                    "køb",
                    "köp",
                    "nákup",
                    "osto",
                    "kjøp",
                    "αγορά",
                    "kup",
                    "vétel");
    private static final Set<String> SELL =
            Set.of(
                    "verkoop",
                    "sell",
                    "verkauf",
                    "vente",
                    "vendita",
                    "venta",
                    "venda",
                    "sprzedaż",
                    "salg",
                    "sälj",
                    "prodej",
                    "myynti",
                    "πώληση",
                    "eladás");

    @Override
    public String id() {
        return "degiro-account";
    }

    @Override
    public String title() {
        return "DEGIRO, account statement (CSV)";
    }

    @Override
    public String book() {
        return "DEGIRO";
    }

    @Override
    public Detection detect(Document document) {
        HeaderPlace place = document.header(h -> header(h) ? 1 : 0);
        return place == null
                ? Detection.no(
                        "No header of a DEGIRO account statement (twelve columns, the fifth the"
                                + " ISIN).")
                : new Detection(
                        SURE,
                        "The header in line "
                                + place.line()
                                + " has the columns of a DEGIRO account statement.",
                        place);
    }

    private static boolean header(Header h) {
        return h.size() == DegiroEntry.COLUMNS
                && h.name(4).toUpperCase(Locale.ROOT).contains("ISIN")
                && h.name(6).length() <= 5 // FX, Tipo, Borsa
                && h.name(8).isEmpty()
                && h.name(10).isEmpty();
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = Recognised.place(detection);
        TimeColumn times =
                TimeColumn.known(
                        place.header().name(0),
                        DateOrder.DAY_FIRST,
                        TimeColumn.required(
                                options,
                                "The times of DEGIRO are those of its website (Europe/Amsterdam)"),
                        tally);
        List<Row> below =
                document.records(place.separator()).stream()
                        .filter(r -> r.line() > place.line())
                        .toList();
        new Reader(Table.of(place, below, tally), times, options, tally).read();
    }

    private static final class Reader {

        private final Table table;
        private final TimeColumn times;
        private final Tally tally;
        private final ShareFills fills;
        private final AmountCheck amounts;
        private final Map<String, DegiroOrder> orders = new LinkedHashMap<>();
        private long corporate;

        Reader(Table table, TimeColumn times, ImportOptions options, Tally tally) {
            this.table = table;
            this.times = times;
            this.tally = tally.keepingRows();
            this.fills = new ShareFills("DEGIRO", options, tally);
            this.amounts = new AmountCheck(tally, "Amounts of all trades");
        }

        void read() throws UnreadableFile {
            tally.read(table.rows().size());
            List<DegiroEntry> entries = entries();
            for (DegiroEntry e : entries) {
                if (!e.order().isEmpty()) {
                    orders.computeIfAbsent(e.order(), _ -> new DegiroOrder()).add(e);
                }
            }
            for (DegiroEntry e : entries) {
                try {
                    one(e);
                } catch (RefusedRow refused) {
                    tally.refuse(refused.refusal());
                }
            }
            fills.acceptAll();
            times.noteRepeatedHours(tally);
            amounts.report();
            orders.values().forEach(o -> o.note(tally));
            if (corporate > 0) {
                tally.note(
                        corporate
                                + " rows of splits, stock dividends and other corporate actions"
                                + " change a position without being trades; they were left out.");
            }
        }

        private List<DegiroEntry> entries() throws UnreadableFile {
            Cells cells =
                    new Cells(table, NumberStyle.settleOrEither(table, 6, DegiroEntry.AMOUNT, 10));
            List<DegiroEntry> entries = new ArrayList<>();
            List<Row> rows = table.rows();
            for (int i = 0; i < rows.size(); i++) {
                String order = rows.get(i).cell(DegiroEntry.ORDER).strip();
                int further = i + 1;
                while (further < rows.size() && continues(rows.get(further))) {
                    order += rows.get(further).cell(DegiroEntry.ORDER).strip();
                    further++;
                    tally.skip("rest of the row above", rows.get(further - 1));
                }
                try {
                    entries.add(DegiroEntry.of(cells.at(rows.get(i)), order));
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
                i = further - 1;
            }
            return entries;
        }

        /// Whether a row holds nothing but the rest of an order's id.
        private static boolean continues(Row row) {
            for (int i = 0; i < DegiroEntry.ORDER; i++) {
                if (!row.cell(i).isBlank()) {
                    return false;
                }
            }
            return !row.cell(DegiroEntry.ORDER).isBlank();
        }

        private void one(DegiroEntry e) throws RefusedRow {
            Matcher m = e.trade();
            if (m != null) {
                fill(e, m);
            } else if (e.description().contains("@") && e.description().contains(":")) {
                corporate++;
                tally.skip("corporate action (no trade)", e.line());
            } else if (e.description().contains("@")) {
                throw new RefusedRow(
                        e.line(),
                        table.header().name(5),
                        e.description(),
                        "This looks like a trade and cannot be read.",
                        "Export the account statement again; do not edit it.");
            } else if (!e.order().isEmpty() && (e.isFee() || e.isTax())) {
                tally.skip("fee of an order (added to its trades)", e.line());
            } else if (!e.order().isEmpty()) {
                tally.skip("conversion of an order (no trade)", e.line());
            } else {
                tally.skip("payment, dividend, fee or conversion (no trade)", e.line());
            }
        }

        private void fill(DegiroEntry e, Matcher m) throws RefusedRow {
            String currency = m.group(4);
            DegiroOrder order = orders.get(e.order());
            BigDecimal inPriceUnits =
                    e.amount() == null || !Pence.is(currency)
                            ? e.amount()
                            : e.amount().movePointRight(2);
            DescribedTrade trade =
                    DescribedTrade.of(
                            NumberStyle.COMMA,
                            e.line(),
                            table.header().name(5),
                            e.description(),
                            m.group(2).strip(),
                            m.group(3).strip(),
                            inPriceUnits);
            FillDraft draft =
                    fills.draft(
                                    e.line(),
                                    "",
                                    e.isin().isEmpty() ? e.product() : e.isin(),
                                    "ISIN",
                                    side(e, m.group(1)),
                                    trade.quantity(),
                                    trade.price(),
                                    times.read(e.date() + " " + e.time(), e.line()))
                            .currency(Pence.money(currency))
                            .multiplier(Pence.multiplier(currency))
                            .identifiedBy(e.order())
                            .extra("order_id", e.order())
                            .extra("product", e.product());
            if (order != null) {
                order.costs(draft, e, trade.quantity(), Pence.money(currency).code());
            }
            if (inPriceUnits != null) {
                BigDecimal hundred = Pence.is(currency) ? new BigDecimal("0.01") : BigDecimal.ONE;
                BigDecimal signed =
                        inPriceUnits.signum() < 0 ? trade.worth().negate() : trade.worth();
                amounts.add(
                        e.line(),
                        e.currency(),
                        e.amount() == null ? BigDecimal.ZERO : e.amount(),
                        signed.multiply(hundred),
                        Notional.rounding(trade.quantity(), trade.price(), hundred, inPriceUnits));
            }
            fills.add(draft);
        }

        private Side side(DegiroEntry e, String verb) throws RefusedRow {
            String word = verb.toLowerCase(Locale.ROOT);
            @Nullable Side stated =
                    BUY.contains(word) ? Side.BUY : SELL.contains(word) ? Side.SELL : null;
            BigDecimal amount = e.amount();
            @Nullable Side byAmount =
                    amount == null || amount.signum() == 0
                            ? stated
                            : amount.signum() < 0 ? Side.BUY : Side.SELL;
            if (byAmount == null || (stated != null && stated != byAmount)) {
                throw new RefusedRow(
                        e.line(),
                        table.header().name(5),
                        e.description(),
                        "The sign of the amount does not go with the side of the trade.",
                        "Export the account statement again; do not edit it.");
            }
            return byAmount;
        }
    }
}
