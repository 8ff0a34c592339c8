package credence.imports.mapping;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// Finds columns that are others multiplied: what was paid in all is quantity times price.
final class Products {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final double MOST = 0.9;

    private Products() {}

    /// Whether one column is the product of two others, to a cent or a thousandth, in nearly all rows.
    static boolean isProduct(Column sum, Column a, Column b) {
        int rows = 0;
        int fitting = 0;
        for (int i = 0; i < sum.cells().size(); i++) {
            BigDecimal product = number(sum, i);
            BigDecimal x = number(a, i);
            BigDecimal y = number(b, i);
            if (product == null || x == null || y == null || product.signum() == 0) {
                continue;
            }
            rows++;
            BigDecimal off = x.multiply(y).abs().subtract(product.abs()).abs();
            boolean trivial = x.abs().compareTo(BigDecimal.ONE) == 0;
            fitting +=
                    !trivial && off.compareTo(product.abs().movePointLeft(3).max(CENT)) <= 0
                            ? 1
                            : 0;
        }
        return rows > 0 && fitting >= MOST * rows;
    }

    private static @Nullable BigDecimal number(Column column, int row) {
        String cell = column.cells().get(row).strip();
        return cell.isEmpty() ? null : Column.number(cell);
    }
}
