package credence.imports.formats.ibkr;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// The lots that a trade closed, as reports list them beneath it. They are no fills; where the opening is in no file they are all that is
/// known of it, so they are kept with the trade in words.
final class ClosedLots {

    /// Several lots in one text.
    static final Collector<CharSequence, ?, String> ALL = Collectors.joining("; ");

    private ClosedLots() {}

    /// @param quantity whatever its sign
    /// @param opened when the lot was opened, as it shall be read; may be empty
    /// @param price of its opening, null where the report has none
    /// @param result what came of it, null where the report has none
    static String one(
            BigDecimal quantity,
            String opened,
            @Nullable BigDecimal price,
            @Nullable BigDecimal result) {
        return quantity.abs().toPlainString()
                + (opened.isEmpty() ? "" : " of " + opened)
                + (price == null ? "" : " at " + price.toPlainString())
                + (result == null ? "" : ", result " + result.toPlainString());
    }
}
