package credence.imports.formats.stocks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Divides a cost that the broker states once over the executions it was paid for.
final class CostShares {

    private static final int MORE_DIGITS = 4;

    private CostShares() {}

    /// By size; the last share is the remainder, so that the sum is exact.
    static List<BigDecimal> of(BigDecimal total, List<BigDecimal> sizes) {
        BigDecimal all = sizes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left = total;
        List<BigDecimal> shares = new ArrayList<>(sizes.size());
        for (int i = 0; i < sizes.size() - 1; i++) {
            BigDecimal share =
                    total.multiply(sizes.get(i))
                            .divide(
                                    all,
                                    Math.max(total.scale(), 2) + MORE_DIGITS,
                                    RoundingMode.DOWN)
                            .stripTrailingZeros();
            shares.add(share);
            left = left.subtract(share);
        }
        shares.add(left);
        return shares;
    }
}
