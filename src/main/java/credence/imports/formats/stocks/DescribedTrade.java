package credence.imports.formats.stocks;

import credence.imports.Notional;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Quantity and price that a broker states only in a text, like `Koop 500 @ 0,039 EUR`.
///
/// Whether `1.046` is one or a thousand is what the amount says, which is quantity × price but for costs and conversion; where both
/// go with it, or neither, the style that the broker writes its texts in counts.
record DescribedTrade(BigDecimal quantity, BigDecimal price) {

    private static final NumberStyle[] STYLES = {NumberStyle.POINT, NumberStyle.COMMA};

    /// @param usual style of the broker's texts
    /// @param amount of money that the row states, null when it states none
    static DescribedTrade of(
            NumberStyle usual,
            int line,
            String column,
            String text,
            String quantity,
            String price,
            @Nullable BigDecimal amount)
            throws RefusedRow {
        List<DescribedTrade> readings = new ArrayList<>();
        for (NumberStyle q : STYLES) {
            for (NumberStyle p : STYLES) {
                DescribedTrade one = reading(q, quantity, p, price);
                if (one != null && readings.stream().noneMatch(one::same)) {
                    readings.add(one);
                }
            }
        }
        if (readings.size() > 1 && amount != null) {
            List<DescribedTrade> fitting = readings.stream().filter(r -> r.fits(amount)).toList();
            readings = fitting.isEmpty() ? readings : new ArrayList<>(fitting);
        }
        DescribedTrade expected = reading(usual, quantity, usual, price);
        if (expected != null && readings.stream().anyMatch(expected::same)) {
            readings = List.of(expected);
        }
        if (readings.size() != 1) {
            throw new RefusedRow(
                    line,
                    column,
                    text,
                    readings.isEmpty()
                            ? "No quantity and price can be read from this text."
                            : "It cannot be told what is a decimal sign in this text, and the"
                                    + " amount does not settle it.",
                    "Export the file again; do not edit it.");
        }
        DescribedTrade found = readings.getFirst();
        if (found.quantity.signum() <= 0) {
            throw new RefusedRow(
                    line, column, text, "A trade of nothing.", "Export the file again.");
        }
        return found;
    }

    private static @Nullable DescribedTrade reading(
            NumberStyle q, String quantity, NumberStyle p, String price) {
        try {
            BigDecimal many = q.read(quantity);
            BigDecimal each = p.read(price);
            return many == null || each == null ? null : new DescribedTrade(many, each);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private boolean same(DescribedTrade other) {
        return quantity.compareTo(other.quantity) == 0 && price.compareTo(other.price) == 0;
    }

    /// Whether the amount is quantity × price, rounded.
    boolean fits(BigDecimal amount) {
        return Notional.fits(quantity, price, BigDecimal.ONE, amount);
    }

    BigDecimal worth() {
        return quantity.multiply(price);
    }
}
