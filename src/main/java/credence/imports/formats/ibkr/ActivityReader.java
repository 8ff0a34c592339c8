package credence.imports.formats.ibkr;

import credence.imports.DateOrder;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;
import credence.imports.UnreadableFile;
import credence.service.port.ImportOptions;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Goes through the rows of an Activity Statement: finds the section of the trades, joins what belongs to one order, and holds the
/// sub-totals against it.
final class ActivityReader {

    private final Tally tally;
    private final ZoneId zone;
    private final ActivityTotals totals;
    private final ActivityFills fills;
    private @Nullable ActivityOrder order;
    private String account = "";

    ActivityReader(ImportOptions options, Tally tally, ZoneId zone) {
        this.tally = tally.keepingRows();
        this.zone = zone;
        this.fills = new ActivityFills(options, tally);
        this.totals = new ActivityTotals(tally);
    }

    void read(List<Row> records) throws UnreadableFile {
        String trades = tradesSection(records);
        fills.instruments(records);
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
        fills.accept(account);
        totals.report();
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

    private void account(Row row) {
        if (account.isEmpty()
                && row.size() > 3
                && (row.cell(2).equals("Account")
                        ? row.cell(3).matches("[A-Z]+\\S*\\d.*")
                        : row.size() == 4 && row.cell(3).matches("[A-Z]{1,3}\\d{5,}( .*)?"))) {
            account = row.cell(3).strip().replaceFirst(" \\(.*", "");
        }
    }

    static Header header(Row row) {
        List<String> names = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            names.add(row.cell(i));
        }
        return new Header(names);
    }

    private Table table(Row header) {
        return Table.of(new HeaderPlace(',', 0, header.line(), header(header)), List.of(), tally);
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
            tally.skip(row.cell(2).isBlank() ? "row of no kind" : row.cell(2) + " (no trade)", row);
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
            totals.add(fill, fills.multiplier(fill).value());
            fills.add(fill);
        }
        fills.closed(order.fills().getFirst(), order.lots(), zone);
        order = null;
    }
}
