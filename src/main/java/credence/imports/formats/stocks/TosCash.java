package credence.imports.formats.stocks;

import credence.imports.Cells;
import credence.imports.Header;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The executions as the sections on cash state them (`Cash Balance`, `Futures Statements`): the only place with their fees.
///
/// An execution there is known by its time, signed size and net price, which stand in the description:
/// `SOLD -20 VERTICAL SPX 100 (Weeklys) 25 MAR 26 6535/6515 PUT @1.05`.
final class TosCash {

    private static final Pattern DESCRIPTION =
            Pattern.compile("\\b(BOT|SOLD) ([+-]?[\\d,.]+) (.*)@(-?[\\d,.]+)");

    /// @param multiplier as the description states it, empty when it does not
    /// @param fees and commission as the file has them: negative is paid; null for an empty cell
    record Entry(
            int line,
            String time,
            BigDecimal quantity,
            BigDecimal price,
            String what,
            String multiplier,
            @Nullable BigDecimal fees,
            @Nullable BigDecimal commission,
            @Nullable BigDecimal amount) {}

    private final List<Entry> entries = new ArrayList<>();

    /// Takes a row of a section on cash, if it is an execution.
    void add(Table table, Row row) throws RefusedRow {
        Header h = table.header();
        Cells cells = new Cells(table, NumberStyle.POINT).at(row);
        Matcher m = DESCRIPTION.matcher(cells.text(h.find("Description")));
        if (!cells.text(h.find("Type")).equals("TRD") || !m.find()) {
            return;
        }
        boolean futures = h.has("Exec Date");
        BigDecimal quantity = number(m.group(2));
        BigDecimal price = number(m.group(4));
        if (quantity == null || price == null) {
            return;
        }
        entries.add(
                new Entry(
                        row.line(),
                        cells.text(h.findAny("Exec Date", "Date"))
                                + " "
                                + cells.text(h.findAny("Exec Time", "Time")),
                        m.group(1).equals("BOT") ? quantity.abs() : quantity.abs().negate(),
                        price,
                        m.group(3),
                        futures ? "" : multiplier(m.group(3)),
                        cells.numberOrNull(h.find("Misc Fees")),
                        cells.numberOrNull(h.find("Commissions & Fees")),
                        futures ? null : cells.numberOrNull(h.find("Amount"))));
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return NumberStyle.POINT.read(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /// The number behind the symbol of an option: `SPX 100 (Weeklys) 25 MAR 26`.
    private static String multiplier(String what) {
        Matcher m =
                Pattern.compile(" (\\d{1,4}) (?:\\([^)]*\\) )?(?:\\d{1,2} )?[A-Z]{3} \\d{2}")
                        .matcher(what);
        return m.find() ? m.group(1) : "";
    }

    /// Takes out the entry of an execution: of equal time, size and price, else the only one of that time and instrument.
    @Nullable Entry take(TosLeg first) {
        @Nullable Entry found = null;
        int candidates = 0;
        BigDecimal net = number(first.netPrice());
        for (Entry e : entries) {
            if (!same(e.time(), first.time())
                    || !(" " + e.what()).contains(" " + first.underlying())) {
                continue;
            }
            if (net != null
                    && e.quantity().compareTo(first.quantity()) == 0
                    && e.price().compareTo(net) == 0) {
                entries.remove(e);
                return e;
            }
            candidates++;
            found = e;
        }
        if (candidates == 1) {
            entries.remove(found);
            return found;
        }
        return null;
    }

    private static boolean same(String a, String b) {
        return a.replace(" 0", " ").equals(b.replace(" 0", " "));
    }

    /// Executions that nothing was taken for.
    int left() {
        return entries.size();
    }
}
