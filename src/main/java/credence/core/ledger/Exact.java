package credence.core.ledger;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Exact arithmetic of the ledger: one spelling for equal decimals, and shares that add up to the last digit.
final class Exact {

    /// Decimal places kept of a share that is no finite decimal; what is cut off stays with what is left to share.
    private static final int SHARE_SCALE = 18;

    private Exact() {}

    /// The same number without trailing zeros and without an exponent, so that equal states have equal bytes.
    static BigDecimal canonical(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// The part of `total` that falls to `part` of `whole`; all of it when the part is the whole.
    ///
    /// Take shares one after the other, each from what the one before left: their sum is `total` exactly.
    static BigDecimal share(BigDecimal total, BigDecimal part, BigDecimal whole) {
        if (total.signum() == 0 || part.compareTo(whole) == 0) {
            return total;
        }
        int scale = Math.max(SHARE_SCALE, total.scale());
        return canonical(total.multiply(part).divide(whole, scale, RoundingMode.HALF_EVEN));
    }

    /// `total ÷ count` to 34 significant digits: only for showing an average, never for a result.
    static BigDecimal average(BigDecimal total, BigDecimal count) {
        return canonical(total.divide(count, MathContext.DECIMAL128));
    }
}
