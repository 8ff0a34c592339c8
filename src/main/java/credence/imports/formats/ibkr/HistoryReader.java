package credence.imports.formats.ibkr;

import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.imports.Cells;
import credence.imports.Clues;
import credence.imports.DateOrder;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JournalRows;
import credence.imports.NumberStyle;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.StatedTotal;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the rows of a Transaction History: trades become fills, all net amounts are held against the change of cash.
final class HistoryReader {

    private static final Pattern FOOTNOTE = Pattern.compile("(.*\\d)\\(\\d+\\)");
    private static final Pattern OPTION =
            Pattern.compile(
                    "[A-Z.]+ +\\d{6}[CP]\\d{8}|[CP] [A-Z]+ +\\d{8} .*|.* \\d{2}[A-Z]{3}\\d{2}"
                            + " [\\d.]+ [CP]");
    private static final Set<String> TRADES =
            Set.of(
                    "buy",
                    "sell",
                    "assignment",
                    "exercise",
                    "kauf",
                    "verkauf",
                    "achat",
                    "vente",
                    "compra",
                    "venta",
                    "venda",
                    "acquisto",
                    "vendita",
                    "买",
                    "卖",
                    "买入",
                    "卖出",
                    "買",
                    "賣",
                    "買入",
                    "賣出",
                    "購入",
                    "売却",
                    "покупка",
                    "продажа");

    private final ImportOptions options;
    private final Tally tally;
    private final Owners owners;
    private final JournalRows rows;
    private Optional<CurrencyCode> base = Optional.empty();
    private @Nullable BigDecimal change;
    private BigDecimal net = BigDecimal.ZERO;
    private @Nullable Table table;
    private @Nullable HistoryColumns columns;

    HistoryReader(ImportOptions options, Tally tally) {
        this.options = options;
        this.tally = tally;
        this.rows = new JournalRows(tally);
        this.owners = new Owners("Interactive Brokers", options, tally);
    }

    void read(List<Row> records) throws UnreadableFile {
        summary(records);
        for (Row row : records) {
            if (row.size() < 2 || !row.cell(0).equals("Transaction History")) {
                continue;
            }
            if (row.cell(1).equals("Header")) {
                header(row);
                continue;
            }
            tally.read(1);
            try {
                one(row);
            } catch (RefusedRow e) {
                tally.refuse(e.refusal());
            }
        }
        rows.acceptAll(tally);
        if (change != null) {
            tally.reconcile(
                    StatedTotal.compare(
                            "Change of cash (Summary), all net amounts",
                            change,
                            net,
                            new BigDecimal("0.01")));
        }
        tally.note(
                "The report holds days and no times: all trades of a day stand at midnight, in"
                        + " the order of the file. A Flex query holds the times.");
    }

    private void header(Row row) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            names.add(row.cell(i));
        }
        Header h = new Header(names);
        table = Table.of(new HeaderPlace(',', 0, row.line(), h), List.of(), tally);
        columns = HistoryColumns.of(h).orElse(null);
    }

    private void summary(List<Row> records) {
        for (Row row : records) {
            if (row.size() < 4 || !row.cell(1).equals("Data")) {
                continue;
            }
            String value = row.cell(3).strip();
            if (row.cell(0).equals("Transaction History")) {
                return;
            }
            if (base.isEmpty() && value.matches("[A-Z]{3}")) {
                base = Optional.of(new CurrencyCode(value));
            } else if (row.cell(2).equals("Change") && value.matches("-?[\\d,.]+")) {
                change = NumberStyle.POINT.read(value);
            }
        }
    }

    private void one(Row row) throws RefusedRow {
        if (table == null || columns == null || row.size() < table.header().size()) {
            throw new RefusedRow(
                    row.line(),
                    "",
                    row.toString(),
                    columns == null
                            ? "No header above it names the columns."
                            : "The row has fewer cells than its header.",
                    "The file was cut off: export it again.");
        }
        Cells cells = new Cells(table, NumberStyle.POINT).at(row);
        BigDecimal paid = amount(cells, columns.net());
        net = paid == null ? net : net.add(paid);
        String type = cells.text(columns.type());
        boolean forex = type.equals("Forex Trade Component");
        if (forex && !Conversions.wanted(options, cells.text(columns.symbol()))) {
            tally.skip(Conversions.REASON, row);
            tally.note(Conversions.note(cells.text(columns.symbol())));
        } else if (forex || TRADES.contains(type.toLowerCase(Locale.ROOT))) {
            fill(cells, row, columns, forex);
        } else {
            if (cells.text(columns.quantity()).matches("-?[\\d,.]*\\d")) {
                tally.note(
                        "Rows of type “"
                                + type
                                + "” change a position without being trades; they were left"
                                + " out.");
            }
            tally.skip(type.isEmpty() ? "row of no type" : type + " (no trade)", row);
        }
    }

    private void fill(Cells cells, Row row, HistoryColumns c, boolean forex) throws RefusedRow {
        BigDecimal quantity = cells.number(c.quantity());
        if (quantity.signum() == 0) {
            throw cells.refuse(c.quantity(), "A trade of nothing.", "Export it again.");
        }
        String stated = cells.text(c.symbol());
        HistoryPrice price =
                HistoryPrice.of(
                        quantity,
                        cells.number(c.price()),
                        forex ? stated.replaceFirst(".*\\.", "") : cells.text(c.currency()),
                        base.orElseGet(() -> owners.currency("")),
                        forex ? null : amount(cells, c.gross()),
                        OPTION.matcher(stated).matches() || OPTION.matcher(cells.text(4)).matches(),
                        footnoted(cells.text(c.gross())));
        TimeColumn days =
                TimeColumn.known(
                        "Date", DateOrder.YEAR_FIRST, options.zone().orElse(ZoneOffset.UTC), tally);
        Instant time = days.read(cells.raw(2), row.line());
        FillDraft draft =
                new FillDraft(
                                row.line(),
                                owners.of(
                                        Clues.NONE
                                                .account(cells.text(3))
                                                .symbol(stated)
                                                .time(time)),
                                time,
                                owners.symbol(Conversions.pair(stated), row.line(), "Symbol"),
                                quantity.signum() > 0 ? Side.BUY : Side.SELL,
                                new Quantity(quantity.abs()),
                                new Price(price.price()))
                        .currency(price.currency())
                        .multiplier(price.multiplier())
                        .source(owners.source(SourceClass.LIVE))
                        .amount(amount(cells, c.gross()))
                        .extra("description", cells.text(4));
        if (!price.note().isEmpty()) {
            tally.note(price.note());
            draft.extra("price", cells.text(c.price()));
        }
        cost(draft, price, amount(cells, c.fee()));
        rows.add(draft);
    }

    private void cost(FillDraft draft, HistoryPrice price, @Nullable BigDecimal fee) {
        if (fee == null) {
            return;
        }
        Optional<BigDecimal> own = price.inOwnCurrency(fee.negate());
        String paid = fee.negate().toPlainString();
        String currency = base.map(CurrencyCode::code).orElse("");
        if (own.isEmpty()) {
            draft.extra("fee", paid).extra("fee_currency", currency);
            tally.note(
                    "Some commissions are in the base currency and could not be valued in the"
                            + " price's; they are kept as “fee”.");
            return;
        }
        draft.commission(own.get());
        if (price.rate().orElse(BigDecimal.ONE).compareTo(BigDecimal.ONE) != 0) {
            draft.extra("fee_charged", paid + " " + currency);
            tally.note(
                    "Commissions in the base currency were valued in the price's by the rate"
                            + " that the row's own amounts imply.");
        }
    }

    private static boolean footnoted(String text) {
        return FOOTNOTE.matcher(text).matches();
    }

    /// The amount without the footnote behind it.
    private static @Nullable BigDecimal amount(Cells cells, int column) throws RefusedRow {
        Matcher m = FOOTNOTE.matcher(cells.text(column));
        if (column < 0 || !m.matches()) {
            return cells.numberOrNull(column);
        }
        try {
            return NumberStyle.POINT.read(m.group(1));
        } catch (NumberFormatException _) {
            throw cells.refuse(column, "This is not a number.", "Export the file again.");
        }
    }
}
