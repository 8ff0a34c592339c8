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
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// DEGIRO, transactions as CSV, in any of its languages: one execution a row.
///
/// - Date, time, product, ISIN, exchange, [venue,] quantity, price, (currency), local value, (currency), value, (currency), exchange rate,
///   [AutoFX fee,] fees, (currency), total, (currency), order id. Columns of currencies have no name; newer files name them in the
///   amount's column instead (`Value EUR`), and have the order id one column further than its name.
/// - The sign of the quantity is the side. Fees are negative when paid, in the account's currency; value ÷ local value is the rate.
/// - `dd-MM-yyyy` and `HH:mm`. No id of executions, no bot.
public final class DegiroTransactions implements JournalFormat {

    private static final int SURE = 92;
    private static final int LEAST_COLUMNS = 14;
    private static final Pattern IN_NAME = Pattern.compile(".*\\b([A-Z]{3})$");

    @Override
    public String id() {
        return "degiro-transactions";
    }

    @Override
    public String title() {
        return "DEGIRO, transactions (CSV)";
    }

    @Override
    public String book() {
        return "DEGIRO";
    }

    @Override
    public boolean fromDocumentation() {
        return true;
    }

    @Override
    public Detection detect(Document document) {
        HeaderPlace place = document.header(h -> Columns.of(h) == null ? 0 : 1);
        return place == null
                ? Detection.no("No header of DEGIRO's transactions (the fourth column the ISIN).")
                : new Detection(
                        SURE,
                        "The header in line "
                                + place.line()
                                + " has the columns of DEGIRO's transactions.",
                        place);
    }

    /// Places of the columns, −1 for one that this generation lacks.
    private record Columns(
            int quantity, int price, int local, int value, int autoFx, int fee, int total) {

        static @Nullable Columns of(Header h) {
            if (h.size() < LEAST_COLUMNS
                    || !h.name(3).toUpperCase(Locale.ROOT).contains("ISIN")
                    || !h.name(2).toUpperCase(Locale.ROOT).startsWith("PROD")) {
                return null;
            }
            int blank = 4;
            while (blank < h.size() && !h.name(blank).isEmpty()) {
                blank++;
            }
            if (blank < 7 || blank > 8 || blank + 2 >= h.size() || !h.name(blank + 2).isEmpty()) {
                return null;
            }
            int[] named = {-1, -1, -1, -1};
            int autoFx = -1;
            int n = 0;
            for (int i = blank + 3; i < h.size() && n < named.length; i++) {
                if (h.name(i).toUpperCase(Locale.ROOT).contains("AUTOFX")) {
                    autoFx = i;
                } else if (!h.name(i).isEmpty()) {
                    named[n++] = i;
                }
            }
            return n < named.length
                    ? null
                    : new Columns(
                            blank - 2, blank - 1, blank + 1, named[0], autoFx, named[2], named[3]);
        }
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        HeaderPlace place = Recognised.place(detection);
        Columns columns = Columns.of(place.header());
        if (columns == null) {
            throw new UnreadableFile(detection.reason(), "Export the transactions again.");
        }
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
        new Reader(Table.of(place, below, tally), columns, times, options, tally).read();
    }

    private static final class Reader {

        private final Table table;
        private final Columns c;
        private final TimeColumn times;
        private final Tally tally;
        private final ShareFills fills;
        private final AmountCheck values;

        Reader(Table table, Columns columns, TimeColumn times, ImportOptions options, Tally tally) {
            this.table = table;
            this.c = columns;
            this.times = times;
            this.tally = tally;
            this.fills = new ShareFills("DEGIRO", options, tally);
            this.values = new AmountCheck(tally, "Local values of all trades");
        }

        void read() throws UnreadableFile {
            Cells cells =
                    new Cells(
                            table,
                            NumberStyle.settleOrEither(
                                    table, c.price(), c.local(), c.value(), c.fee(), c.total()));
            tally.read(table.rows().size());
            for (Row row : table.rows()) {
                if (row.isBlank()) {
                    tally.skip("blank row", row);
                    continue;
                }
                try {
                    fill(cells.at(row), row);
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            fills.acceptAll();
            times.noteRepeatedHours(tally);
            values.report();
        }

        /// The currency of an amount: in the unnamed column behind it, else at the end of its column's name.
        private String currency(Cells cells, int column) {
            if (column + 1 < table.header().size() && table.header().name(column + 1).isEmpty()) {
                return cells.text(column + 1);
            }
            Matcher m = IN_NAME.matcher(table.header().name(column));
            return m.matches() ? m.group(1) : "";
        }

        private void fill(Cells cells, Row row) throws RefusedRow {
            BigDecimal quantity = cells.number(c.quantity());
            BigDecimal price = cells.number(c.price());
            String currency = currency(cells, c.price());
            if (currency.isEmpty()) {
                throw cells.refuse(
                        c.price(), "The price has no currency.", "Export the file again.");
            }
            String order = order(row);
            FillDraft draft =
                    fills.draft(
                                    cells.line(),
                                    "",
                                    cells.text(3).isEmpty() ? cells.text(2) : cells.text(3),
                                    "ISIN",
                                    quantity.signum() > 0 ? Side.BUY : Side.SELL,
                                    quantity.abs(),
                                    price,
                                    times.read(cells.text(0) + " " + cells.text(1), cells.line()))
                            .currency(Pence.money(currency))
                            .multiplier(Pence.multiplier(currency))
                            .identifiedBy(order)
                            .extra("order_id", order)
                            .extra("product", cells.text(2))
                            .extra("exchange", cells.text(4));
            BigDecimal local = cells.numberOrNull(c.local());
            cost(cells, draft, Pence.money(currency).code(), local);
            if (local != null) {
                String localCurrency = currency(cells, c.local());
                BigDecimal unit =
                        Pence.is(currency) && !Pence.is(localCurrency)
                                ? new BigDecimal("0.01")
                                : BigDecimal.ONE;
                values.add(
                        cells.line(),
                        localCurrency,
                        local,
                        quantity.negate().multiply(price).multiply(unit),
                        Notional.rounding(quantity, price, unit, local));
            }
            fills.add(draft);
        }

        private void cost(Cells cells, FillDraft draft, String currency, @Nullable BigDecimal local)
                throws RefusedRow {
            BigDecimal fee = cells.numberOrNull(c.fee());
            BigDecimal autoFx = cells.numberOrNull(c.autoFx());
            if (fee == null && autoFx == null) {
                return;
            }
            String feeCurrency = currency(cells, c.fee());
            if (feeCurrency.isEmpty() || feeCurrency.equals(currency)) {
                draft.commission(fee == null ? null : fee.negate())
                        .fees(autoFx == null ? null : autoFx.negate());
                return;
            }
            BigDecimal paid =
                    (fee == null ? BigDecimal.ZERO : fee)
                            .add(autoFx == null ? BigDecimal.ZERO : autoFx)
                            .negate();
            BigDecimal value = cells.numberOrNull(c.value());
            if (local != null
                    && value != null
                    && value.signum() != 0
                    && currency(cells, c.local()).equals(currency)) {
                draft.commission(
                        paid.multiply(local.abs().divide(value.abs(), MathContext.DECIMAL64))
                                .setScale(6, RoundingMode.HALF_EVEN)
                                .stripTrailingZeros());
                draft.extra("fee_charged", paid.toPlainString() + " " + feeCurrency);
                tally.note("Fees in the account's currency were valued by the row's own amounts.");
            } else {
                draft.extra("fee", paid.toPlainString()).extra("fee_currency", feeCurrency);
                tally.note(
                        "Some fees are in another currency than the price and could not be valued;"
                                + " they are kept as “fee”.");
            }
        }

        /// The last text behind the total.
        private String order(Row row) {
            String found = "";
            for (int i = c.total() + 1; i < row.size(); i++) {
                String s = row.cell(i).strip();
                found = s.isEmpty() || s.matches("[A-Z]{3}") ? found : s;
            }
            return found;
        }
    }
}
