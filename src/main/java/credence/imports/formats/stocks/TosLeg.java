package credence.imports.formats.stocks;

import credence.core.fact.PositionEffect;
import credence.imports.Cells;
import credence.imports.Header;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;

import java.math.BigDecimal;
import java.util.Locale;

/// One leg of an execution in thinkorswim's trade history.
///
/// @param time as the file has it; empty for further legs of the execution above
/// @param quantity signed: negative is sold
/// @param netPrice of the whole execution; empty for further legs, which say `CREDIT` or `DEBIT` there
record TosLeg(
        int line,
        String time,
        String spread,
        BigDecimal quantity,
        PositionEffect effect,
        String underlying,
        String instrument,
        String type,
        BigDecimal price,
        String netPrice,
        String orderType) {

    static TosLeg of(Table table, Row row) throws RefusedRow {
        Header h = table.header();
        Cells cells = new Cells(table, NumberStyle.POINT).at(row);
        int qty = h.find("Qty");
        BigDecimal quantity = cells.number(qty);
        String side = cells.text(h.find("Side")).toUpperCase(Locale.ROOT);
        if (quantity.signum() == 0 || !side.matches("BUY|SELL|BOT|SOLD")) {
            throw cells.refuse(
                    quantity.signum() == 0 ? qty : h.find("Side"),
                    "A leg needs BUY or SELL and a quantity.",
                    "Export the statement again.");
        }
        boolean buy = side.startsWith("B");
        if (buy && quantity.signum() < 0) {
            throw cells.refuse(
                    qty,
                    "The sign of the quantity contradicts the side.",
                    "Export the statement again; do not edit it.");
        }
        String type = cells.text(h.find("Type")).toUpperCase(Locale.ROOT);
        String underlying = cells.text(h.find("Symbol"));
        return new TosLeg(
                row.line(),
                cells.text(h.find("Exec Time")),
                cells.text(h.find("Spread")),
                buy ? quantity.abs() : quantity.abs().negate(),
                effect(cells.text(h.find("Pos Effect"))),
                underlying,
                option(type)
                        ? underlying
                                + " "
                                + cells.text(h.find("Exp"))
                                + " "
                                + cells.text(h.find("Strike"))
                                + " "
                                + type
                        : underlying,
                type,
                cells.number(h.find("Price")),
                cells.text(h.find("Net Price")),
                cells.text(h.find("Order Type")));
    }

    private static boolean option(String type) {
        return type.equals("CALL") || type.equals("PUT");
    }

    boolean isOption() {
        return option(type);
    }

    /// Options on futures have another worth of a point than options on shares.
    boolean onFuture() {
        return underlying.startsWith("/") || underlying.startsWith("./");
    }

    private static PositionEffect effect(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TO OPEN" -> PositionEffect.OPEN;
            case "TO CLOSE" -> PositionEffect.CLOSE;
            default -> PositionEffect.UNKNOWN;
        };
    }
}
