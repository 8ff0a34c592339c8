package credence.service.port.mapping;

import java.util.Locale;
import java.util.regex.Pattern;

/// A column by its name.
///
/// @param name as the file spells it; case, blanks, hyphens and underscores make no difference. `column 3` in a file without
///     a header
/// @param nth which of the columns of that name, first 1
public record ColumnRef(String name, int nth) {

    private static final Pattern PURCHASE =
            Pattern.compile("^(avg )?(buy|bought|purchase|kauf|achat|compra)");

    private static final Pattern SALE =
            Pattern.compile("^(avg )?(sell|sold|sale|verkauf|vente|venta|venda)");

    public ColumnRef {
        if (nth < 1) {
            throw new IllegalArgumentException("the first column of a name is 1, not " + nth);
        }
    }

    public static ColumnRef of(String name) {
        return new ColumnRef(name, 1);
    }

    /// Whether it is called that of the purchase, which of a short trade is the exit.
    public boolean isPurchase() {
        return PURCHASE.matcher(plain()).find();
    }

    /// Whether it is called that of the sale, which of a short trade is the entry.
    public boolean isSale() {
        return SALE.matcher(plain()).find();
    }

    private String plain() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
    }

    @Override
    public String toString() {
        return nth == 1 ? name : name + " (" + nth + ")";
    }
}
