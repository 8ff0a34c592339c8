package credence.core.fact;

import java.math.BigDecimal;
import java.util.Optional;

/// Costs as a source states them, in the trade's currency; positive is paid, negative received. Missing is not zero.
public record Costs(
        Optional<BigDecimal> commission, Optional<BigDecimal> fees, Optional<BigDecimal> funding) {

    public static final Costs UNSTATED =
            new Costs(Optional.empty(), Optional.empty(), Optional.empty());

    public static Costs ofTotal(BigDecimal total) {
        return new Costs(Optional.of(total), Optional.empty(), Optional.empty());
    }

    public boolean stated() {
        return commission.isPresent() || fees.isPresent() || funding.isPresent();
    }

    /// Sum of what is stated, zero when nothing is.
    public BigDecimal total() {
        return commission
                .orElse(BigDecimal.ZERO)
                .add(fees.orElse(BigDecimal.ZERO))
                .add(funding.orElse(BigDecimal.ZERO));
    }
}
