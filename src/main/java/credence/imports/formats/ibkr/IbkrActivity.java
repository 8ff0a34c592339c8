package credence.imports.formats.ibkr;

import credence.core.fact.PositionEffect;
import credence.core.value.CurrencyCode;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.Side;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.imports.Clues;
import credence.imports.Container;
import credence.imports.DateOrder;
import credence.imports.Detection;
import credence.imports.Document;
import credence.imports.FillDraft;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.JournalFormat;
import credence.imports.JournalRows;
import credence.imports.Multiplier;
import credence.imports.Owners;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Interactive Brokers, Activity Statement as CSV (also of brokers that resell it).
///
/// - Sections: the first cell is the section's name (translated), the second `Header`, `Data`, `SubTotal`, `Total` or `Notes`
///   (never translated). A section has one header per kind of instrument. Comma, decimal point, thousands in quotes.
/// - Trades: `DataDiscriminator` is `Order` (the whole order), `Trade` (one execution) or `ClosedLot` (a lot used up; date only,
///   opposite sign). An order and its executions are the same thing: the executions are taken where there are any.
/// - Layouts: with or without Exchange, Account (several accounts), C. Price, MTM P/L, Realized P/L %; futures have Notional Value
///   for Proceeds; forex has `Comm in USD`, in the base currency.
/// - Quantity is signed; proceeds have the other sign; commissions are negative when paid; codes are joined by `;`
///   (O opens, C closes, Ca cancels, AFx converts automatically).
/// - Times are the account's own, without a zone. No ids, no order reference: no bot.
/// - Lots and order sums that contradict their trades, and dates that are none, refuse the whole statement: it was edited.
public final class IbkrActivity implements JournalFormat {

    private static final Pattern TRADES =
            Pattern.compile(
                    "^\"?[^\",\\n]{1,60}\"?,\"?Data\"?,\"?(?:Order|Trade|Execution)\"?,",
                    Pattern.MULTILINE);
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "^\"?[^\",\\n]{1,60}\"?,\"?Header\"?,\"?DataDiscriminator\"?,",
                    Pattern.MULTILINE);

    @Override
    public String id() {
        return "ibkr-activity";
    }

    @Override
    public String title() {
        return "Interactive Brokers, Activity Statement (CSV)";
    }

    @Override
    public Detection detect(Document document) {
        if (document.container() != Container.TEXT) {
            return Detection.no("An Activity Statement is a CSV file.");
        }
        Matcher header = STATEMENT.matcher(document.beginning());
        if (!header.find()) {
            return Detection.no(
                    "No section of an Interactive Brokers Activity Statement"
                            + " (…,Header,DataDiscriminator,…).");
        }
        Matcher m = TRADES.matcher(document.beginning());
        if (!m.find()) {
            return new Detection(
                    30, "An Interactive Brokers Activity Statement without a trade in it.", null);
        }
        long line = document.beginning().substring(0, m.start()).lines().count() + 1;
        return new Detection(
                96,
                "Line " + line + " is a trade of an Interactive Brokers Activity Statement.",
                null);
    }

    @Override
    public void read(Document document, Detection detection, ImportOptions options, Tally tally)
            throws UnreadableFile {
        if (!detection.recognised()) {
            throw new UnreadableFile(
                    detection.reason(),
                    "Choose a period with trades, and tick the section Trades.");
        }
        ZoneId zone =
                TimeColumn.required(
                        options,
                        "The times of an Interactive Brokers statement are those of the account"
                                + " (America/New_York unless you changed it)");
        tally.zone(zone);
        new Reader(options, tally, zone).read(document.records(','));
    }

    private static final class Reader {

        private final ImportOptions options;
        private final Tally tally;
        private final ZoneId zone;
        private final Owners owners;
        private final IbkrMoney money;
        private final ActivityTotals totals;
        private final Map<String, BigDecimal> multipliers = new HashMap<>();
        private final List<ActivityRow> fills = new ArrayList<>();
        private @Nullable ActivityOrder order;
        private String account = "";

        Reader(ImportOptions options, Tally tally, ZoneId zone) {
            this.options = options;
            this.tally = tally.keepingRows();
            this.zone = zone;
            this.owners = new Owners("Interactive Brokers", options, tally);
            this.money = new IbkrMoney(tally);
            this.totals = new ActivityTotals(tally);
        }

        void read(List<Row> records) throws UnreadableFile {
            String trades = tradesSection(records);
            instruments(records);
            @Nullable Row header = null;
            @Nullable Table table = null;
            @Nullable ActivityColumns columns = null;
            for (Row row : records) {
                String kind = row.size() > 2 ? row.cell(1) : "";
                if (kind.equals("Header")) {
                    header = row;
                    table = null;
                    continue;
                }
                tally.read(1);
                if (!row.cell(0).equals(trades)) {
                    account(row);
                    tally.skip("row of another section (no trades)", row);
                    continue;
                }
                if (table == null) {
                    if (header == null || !header.cell(0).equals(trades)) {
                        throw new UnreadableFile(
                                row.line(),
                                "",
                                row.toString(),
                                "A trade without a header above it.",
                                "Export the whole statement again.");
                    }
                    table = table(header);
                    columns = columns(table, row);
                }
                row = wide(row, table);
                try {
                    one(row, kind, table, java.util.Objects.requireNonNull(columns));
                } catch (RefusedRow e) {
                    throw whole(e);
                }
            }
            finish();
            accept();
        }

        private static UnreadableFile whole(RefusedRow e) {
            var r = e.refusal();
            return new UnreadableFile(
                    r.line(),
                    r.column(),
                    r.value(),
                    r.reason(),
                    "Nothing of the statement was imported: a row that Interactive Brokers did not"
                            + " write so makes all of it doubtful. Export it again; do not edit"
                            + " it.");
        }

        private static String tradesSection(List<Row> records) {
            for (Row row : records) {
                if (row.size() > 5
                        && row.cell(1).equals("Data")
                        && row.cell(2).matches("Order|Trade|Execution")) {
                    return row.cell(0);
                }
            }
            return "";
        }

        /// Multipliers by symbol, from the section on instruments; a symbol cell may name several.
        private void instruments(List<Row> records) {
            @Nullable Header header = null;
            for (Row row : records) {
                if (row.size() > 2 && row.cell(1).equals("Header")) {
                    Header h = header(row);
                    header = h.has("Multiplier") && h.has("Symbol") && h.has("Conid") ? h : null;
                } else if (header != null && row.size() > header.find("Multiplier")) {
                    String value = row.cell(header.find("Multiplier")).strip();
                    if (value.matches("\\d+(\\.\\d+)?")) {
                        for (String s : row.cell(header.find("Symbol")).split(",", -1)) {
                            multipliers.put(s.strip(), new BigDecimal(value));
                        }
                    }
                }
            }
        }

        private void account(Row row) {
            if (account.isEmpty()
                    && row.size() > 3
                    && row.cell(2).equals("Account")
                    && row.cell(3).matches("[A-Z]+\\S*\\d.*")) {
                account = row.cell(3).strip().replaceFirst(" \\(.*", "");
            }
        }

        private static Header header(Row row) {
            List<String> names = new ArrayList<>(row.size());
            for (int i = 0; i < row.size(); i++) {
                names.add(row.cell(i));
            }
            return new Header(names);
        }

        private Table table(Row header) {
            return Table.of(
                    new HeaderPlace(',', 0, header.line(), header(header)), List.of(), tally);
        }

        private static ActivityColumns columns(Table table, Row first) throws UnreadableFile {
            return ActivityColumns.of(table.header(), first)
                    .orElseThrow(
                            () ->
                                    new UnreadableFile(
                                            table.place().line(),
                                            "",
                                            String.join(",", table.header().names()),
                                            "The columns of the trades are not those of an"
                                                    + " Activity Statement.",
                                            "Export the statement in English."));
        }

        private static Row wide(Row row, Table table) throws UnreadableFile {
            int width = table.header().size();
            if (row.size() >= width) {
                return row;
            }
            if (row.cell(1).equals("Data")) {
                throw new UnreadableFile(
                        row.line(),
                        "",
                        row.toString(),
                        "The row has " + row.size() + " cells, its header " + width + ".",
                        "The statement was cut off: export it again.");
            }
            String[] cells = new String[width];
            Arrays.fill(cells, "");
            for (int i = 0; i < row.size(); i++) {
                cells[i] = row.cell(i);
            }
            return new Row(row.line(), cells);
        }

        private void one(Row row, String kind, Table table, ActivityColumns columns)
                throws RefusedRow, UnreadableFile {
            switch (kind) {
                case "SubTotal" -> {
                    finish();
                    totals.check(table, columns, row);
                    tally.skip("sub-total", row);
                }
                case "Total" -> {
                    finish();
                    tally.skip("total", row);
                }
                case "Data" -> data(row, table, columns);
                default -> tally.skip("note", row);
            }
        }

        private void data(Row row, Table table, ActivityColumns columns)
                throws RefusedRow, UnreadableFile {
            if (!row.cell(2).matches("Order|Trade|Execution|ClosedLot|Lot")) {
                tally.skip(
                        row.cell(2).isBlank() ? "row of no kind" : row.cell(2) + " (no trade)",
                        row);
                return;
            }
            TimeColumn times =
                    TimeColumn.known(
                            table.header().name(columns.time()), DateOrder.YEAR_FIRST, zone, tally);
            ActivityRow read = ActivityRow.of(table, columns, row, times);
            if (order == null || read.isOrder() || !order.takes(read)) {
                finish();
                if (read.isLot()) {
                    throw ActivityOrder.contradiction(
                            read, "A closed lot without the trade that closes it.");
                }
                order = new ActivityOrder();
            }
            order.add(read);
        }

        private void finish() throws UnreadableFile {
            if (order == null) {
                return;
            }
            order.check();
            for (ActivityRow left : order.leftOutOrders()) {
                tally.skip("order whose executions are taken", left.line());
            }
            for (ActivityRow lot : order.lots()) {
                tally.skip("closed lot (no fill)", lot.line());
            }
            for (ActivityRow fill : order.fills()) {
                totals.add(fill, multiplier(fill).value());
                fills.add(fill);
            }
            order = null;
        }

        private Multiplier multiplier(ActivityRow row) {
            Multiplier found =
                    IbkrMoney.multiplier(
                            row.category(),
                            Optional.ofNullable(multipliers.get(row.symbol())),
                            row.quantity(),
                            row.price(),
                            row.proceeds());
            if (found.origin() == Multiplier.Origin.FILE) {
                multipliers.putIfAbsent(row.symbol(), found.value());
            }
            return found;
        }

        private void accept() {
            JournalRows rows = new JournalRows(tally);
            Cancellations<ActivityRow> cancellations =
                    new Cancellations<>(
                            fills,
                            f -> f.codes().contains("Ca"),
                            f -> f.account() + f.symbol() + f.currency() + f.price(),
                            ActivityRow::quantity,
                            ActivityRow::line);
            for (ActivityRow f : cancellations.standing(tally)) {
                try {
                    draft(f, rows);
                } catch (RefusedRow e) {
                    tally.refuse(e.refusal());
                }
            }
            rows.acceptAll(tally);
            totals.report();
            money.noteForeign();
        }

        private void draft(ActivityRow f, JournalRows rows) throws RefusedRow {
            boolean forex = IbkrMoney.forex(f.category());
            if (forex && f.codes().contains("AFx")) {
                tally.skip("automatic currency conversion", f.line());
                return;
            }
            if (forex && !Conversions.wanted(options, f.symbol())) {
                tally.skip(Conversions.REASON, f.line());
                tally.note(Conversions.note(f.symbol()));
                return;
            }
            Symbol symbol = owners.symbol(Conversions.pair(f.symbol()), f.line(), "Symbol");
            FillDraft draft =
                    new FillDraft(
                                    f.line(),
                                    owners.of(
                                            Clues.NONE
                                                    .account(
                                                            f.account().isEmpty()
                                                                    ? account
                                                                    : f.account())
                                                    .symbol(f.symbol())
                                                    .time(f.time())
                                                    .line(f.line())),
                                    f.time(),
                                    symbol,
                                    f.quantity().signum() > 0 ? Side.BUY : Side.SELL,
                                    new Quantity(f.quantity().abs()),
                                    new Price(f.price()))
                            .effect(effect(f.codes()))
                            .currency(new CurrencyCode(f.currency()))
                            .multiplier(multiplier(f))
                            .source(owners.source(SourceClass.LIVE))
                            .extra("asset", f.category())
                            .extra("code", String.join(";", f.codes()))
                            .extra("exchange", f.exchange());
            if (f.realized() != null && f.codes().contains("C")) {
                draft.extra("stated_pnl", f.realized().toPlainString());
            }
            money.commission(draft, f.commission(), f.commissionCurrency(), f.currency());
            rows.add(draft);
        }

        private static PositionEffect effect(List<String> codes) {
            boolean opens = codes.contains("O");
            boolean closes = codes.contains("C");
            return opens == closes
                    ? PositionEffect.UNKNOWN
                    : opens ? PositionEffect.OPEN : PositionEffect.CLOSE;
        }
    }
}
