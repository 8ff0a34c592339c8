package credence.imports.formats.frameworks;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What one closed trade of freqtrade brought, worked out from prices, amount and fees and held against what the file states.
///
/// Freqtrade means `profit_abs` and `profit_ratio` to be after fees and rounds to eight decimals; there are files whose
/// `profit_abs` is before fees while `profit_ratio` is after them. Then what was worked out counts.
///
/// @param gross price difference times amount
/// @param costs fees on both sides less funding received; null when the file names no fees
/// @param stated `profit_abs`; null when the file states none
/// @param ratio `profit_ratio`; null when the file states none
/// @param value amount times entry price
record FreqtradeResult(
        BigDecimal gross,
        @org.jspecify.annotations.Nullable BigDecimal costs,
        @org.jspecify.annotations.Nullable BigDecimal stated,
        @org.jspecify.annotations.Nullable BigDecimal ratio,
        BigDecimal value,
        BigDecimal leverage) {

    /// Freqtrade's own rounding.
    static final int DECIMALS = 8;

    private static final BigDecimal ROUNDING = new BigDecimal("2e-8");
    private static final BigDecimal RELATIVE = new BigDecimal("1e-6");
    private static final BigDecimal RATIO_ROUNDING = new BigDecimal("1e-5");

    enum Verdict {
        /// The file states no result.
        UNSTATED,
        AGREES,
        /// The file's figure is the result before fees; what was worked out counts.
        BEFORE_FEES,
        /// The file's figure is neither; it counts, as it knows of partial exits and funding that the row does not show.
        DIFFERS
    }

    BigDecimal computed() {
        return (costs == null ? gross : gross.subtract(costs))
                .setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    Verdict verdict() {
        if (stated == null) {
            return Verdict.UNSTATED;
        }
        if (near(stated, computed())) {
            return Verdict.AGREES;
        }
        return costs != null && near(stated, gross) && ratioIsAfterFees()
                ? Verdict.BEFORE_FEES
                : Verdict.DIFFERS;
    }

    /// The figure that counts; null when nobody can know it.
    @org.jspecify.annotations.Nullable
    BigDecimal net() {
        return switch (verdict()) {
            case AGREES, DIFFERS -> stated;
            case BEFORE_FEES -> computed();
            case UNSTATED -> costs == null ? null : computed();
        };
    }

    private boolean near(BigDecimal a, BigDecimal b) {
        BigDecimal bound = ROUNDING.add(value.abs().multiply(RELATIVE));
        return a.subtract(b).abs().compareTo(bound) <= 0;
    }

    /// Whether the ratio speaks for the result after fees; without a ratio nothing contradicts it.
    private boolean ratioIsAfterFees() {
        if (ratio == null || value.signum() == 0) {
            return true;
        }
        BigDecimal after = computed().multiply(leverage).divide(value, 12, RoundingMode.HALF_EVEN);
        BigDecimal before = gross.multiply(leverage).divide(value, 12, RoundingMode.HALF_EVEN);
        // The ratio is of the value with its fee, so it is near, not equal.
        return ratio.subtract(after).abs().compareTo(ratio.subtract(before).abs()) <= 0
                || ratio.subtract(after).abs().compareTo(RATIO_ROUNDING) <= 0;
    }
}
