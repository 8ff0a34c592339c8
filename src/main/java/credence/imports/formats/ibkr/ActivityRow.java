package credence.imports.formats.ibkr;

import credence.imports.Cells;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.TimeColumn;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// One row of the Trades section, read: an order, an execution of one, or a lot that it closed.
///
/// @param kind `Order`, `Trade` or `ClosedLot`
/// @param quantity signed: negative is sold
/// @param commission as the file has it: negative is paid
record ActivityRow(
        int line,
        String kind,
        String category,
        String currency,
        String account,
        String symbol,
        Instant time,
        String exchange,
        BigDecimal quantity,
        BigDecimal price,
        @Nullable BigDecimal proceeds,
        @Nullable BigDecimal commission,
        String commissionCurrency,
        @Nullable BigDecimal realized,
        List<String> codes) {

    static ActivityRow of(Table table, ActivityColumns columns, Row row, TimeColumn times)
            throws RefusedRow {
        Cells cells = new Cells(table, NumberStyle.POINT).at(row);
        String kind = cells.text(2);
        BigDecimal quantity = cells.number(columns.quantity());
        if (quantity.signum() == 0) {
            throw cells.refuse(
                    columns.quantity(),
                    "A trade of nothing.",
                    "Export the statement again; do not edit it.");
        }
        String currency = cells.text(columns.currency());
        if (currency.isEmpty()) {
            throw cells.refuse(
                    columns.currency(), "The trade names no currency.", "Export it again.");
        }
        return new ActivityRow(
                row.line(),
                kind.equals("Execution") ? "Trade" : kind,
                cells.text(columns.category()),
                currency,
                cells.text(columns.account()),
                cells.text(columns.symbol()),
                times.read(cells.raw(columns.time()), row.line()),
                cells.text(columns.exchange()).replaceAll("^-+$", ""),
                quantity,
                cells.number(columns.price()),
                cells.numberOrNull(columns.proceeds()),
                cells.numberOrNull(columns.commission()),
                columns.commissionCurrency().orElse(currency),
                cells.numberOrNull(columns.realized()),
                List.of(cells.text(columns.code()).split("\\s*;\\s*")));
    }

    boolean isLot() {
        return kind.equals("ClosedLot");
    }

    boolean isOrder() {
        return kind.equals("Order");
    }

    boolean sameInstrument(ActivityRow other) {
        return symbol.equals(other.symbol)
                && currency.equals(other.currency)
                && category.equals(other.category);
    }
}
