package credence.imports.formats.metatrader;

import credence.imports.TradeDraft;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Costs of a MetaTrader file with the broker's signs, negative is paid, in their columns.
///
/// @param total of all columns
/// @param commission null when the file does not state it; fees and swap alike
/// @param fees taxes among them
record MtCosts(
        BigDecimal total,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal fees,
        @Nullable BigDecimal swap) {

    private static final int SCALE = 8;

    /// @return null when none of the columns states anything
    static @Nullable MtCosts of(
            @Nullable BigDecimal commission, @Nullable BigDecimal fees, @Nullable BigDecimal swap) {
        BigDecimal total = add(add(commission, fees), swap);
        return total == null ? null : new MtCosts(total, commission, fees, swap);
    }

    static @Nullable MtCosts sum(@Nullable MtCosts a, @Nullable MtCosts b) {
        return a == null
                ? b
                : b == null
                        ? a
                        : new MtCosts(
                                a.total.add(b.total),
                                add(a.commission, b.commission),
                                add(a.fees, b.fees),
                                add(a.swap, b.swap));
    }

    static BigDecimal totalOf(@Nullable MtCosts costs) {
        return costs == null ? BigDecimal.ZERO : costs.total;
    }

    private static @Nullable BigDecimal add(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    /// What falls to a part of the volume; the first column takes what rounding leaves, so that the columns add up.
    MtCosts share(BigDecimal part, BigDecimal whole) {
        if (part.compareTo(whole) == 0) {
            return this;
        }
        BigDecimal all = share(total, part, whole);
        BigDecimal ofSwap = swap == null ? null : share(swap, part, whole);
        BigDecimal ofFees = fees == null ? null : share(fees, part, whole);
        BigDecimal ofCommission = null;
        if (commission != null) {
            ofCommission = all.subtract(zero(ofSwap)).subtract(zero(ofFees));
        } else if (fees != null) {
            ofFees = all.subtract(zero(ofSwap));
        } else if (swap != null) {
            ofSwap = all;
        }
        return new MtCosts(all, ofCommission, ofFees, ofSwap);
    }

    private static BigDecimal share(BigDecimal costs, BigDecimal part, BigDecimal whole) {
        return costs.multiply(part)
                .divide(whole, Math.max(SCALE, costs.scale()), RoundingMode.HALF_EVEN);
    }

    MtCosts minus(MtCosts part) {
        return new MtCosts(
                total.subtract(part.total),
                less(commission, part.commission),
                less(fees, part.fees),
                less(swap, part.swap));
    }

    private static @Nullable BigDecimal less(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? null : a.subtract(zero(b));
    }

    private static BigDecimal zero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    /// Gives a trade its costs, positive is paid from here on; nothing where the file states none.
    static TradeDraft charge(TradeDraft draft, @Nullable MtCosts costs) {
        return costs == null
                ? draft
                : draft.costs(costs.total.negate())
                        .columns(paid(costs.commission), paid(costs.fees), paid(costs.swap));
    }

    private static @Nullable BigDecimal paid(@Nullable BigDecimal signed) {
        return signed == null ? null : signed.negate();
    }
}
