package credence.service;

import credence.core.brain.Outcome;

import java.math.BigDecimal;
import java.util.List;

/// What costs R has paid for. Money is always what the file states, so its sign may differ from that of R.
///
/// @param assumedBpsPerSide charged where a source states no costs, in basis points of the turnover of each side
/// @param assumed outcomes so charged
/// @param outcomes all
public record ChargedCosts(double assumedBpsPerSide, int assumed, int outcomes) {

    static ChargedCosts of(List<Outcome> outcomes, double assumedBpsPerSide) {
        return new ChargedCosts(
                assumedBpsPerSide,
                (int) outcomes.stream().filter(o -> o.assumedCosts() > 0).count(),
                outcomes.size());
    }

    /// What stands behind "mean R", such as "after assumed costs of 5 bp a side".
    public String words() {
        if (assumed == 0) {
            return "after the costs in the file";
        }
        String bp = BigDecimal.valueOf(assumedBpsPerSide).stripTrailingZeros().toPlainString();
        return assumed == outcomes
                ? "after assumed costs of " + bp + " bp a side"
                : "after the costs in the file, or " + bp + " bp a side assumed where it has none";
    }
}
