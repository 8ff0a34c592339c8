package credence.core.fact;

import java.math.BigDecimal;
import java.util.Optional;

/// Costs as a source states them, in the trade's currency; positive is paid, negative received. Missing is not zero.
///
/// @param estimated whether a fee profile of the user filled in what the source leaves out
public record Costs(
        Optional<BigDecimal> commission,
        Optional<BigDecimal> fees,
        Optional<BigDecimal> funding,
        boolean estimated) {

    public static final Costs UNSTATED =
            new Costs(Optional.empty(), Optional.empty(), Optional.empty());

    /// Costs by the source's own word.
    public Costs(
            Optional<BigDecimal> commission,
            Optional<BigDecimal> fees,
            Optional<BigDecimal> funding) {
        this(commission, fees, funding, false);
    }

    public static Costs ofTotal(BigDecimal total) {
        return new Costs(Optional.of(total), Optional.empty(), Optional.empty());
    }

    public boolean stated() {
        return commission.isPresent() || fees.isPresent() || funding.isPresent();
    }

    /// By a fee profile, since the source states none.
    public static Costs estimated(BigDecimal commission) {
        return new Costs(Optional.of(commission), Optional.empty(), Optional.empty(), true);
    }

    /// With so much more commission, such as a fee in another coin at the rate of its day.
    public Costs plusCommission(BigDecimal more) {
        return new Costs(
                Optional.of(commission.map(c -> c.add(more)).orElse(more)),
                fees,
                funding,
                estimated);
    }

    /// Sum of what is stated, zero when nothing is.
    public BigDecimal total() {
        return commission
                .orElse(BigDecimal.ZERO)
                .add(fees.orElse(BigDecimal.ZERO))
                .add(funding.orElse(BigDecimal.ZERO));
    }
}
