package credence.core.ledger;

import credence.core.value.CurrencyCode;
import credence.core.value.Money;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// What an account is charged for a fill, by the user's word: fills in costs that a source leaves out, never those it states.
///
/// @param perUnit for each unit or contract
/// @param perFill for each fill
/// @param percent of quantity × price × multiplier
/// @param currency of `perUnit` and `perFill`; empty for the currency of the trade
public record FeeProfile(
        BigDecimal perUnit,
        BigDecimal perFill,
        BigDecimal percent,
        Optional<CurrencyCode> currency) {

    public static final FeeProfile NOTHING =
            new FeeProfile(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());

    /// Costs of one fill in the currency of its trade; empty where a rate or the multiplier they need is not known.
    public Optional<BigDecimal> estimate(
            BigDecimal quantity,
            BigDecimal price,
            Optional<BigDecimal> multiplier,
            CurrencyCode trade,
            Instant at,
            Rates rates) {
        BigDecimal fixed = perUnit.multiply(quantity).add(perFill);
        Optional<BigDecimal> converted =
                rates.convert(new Money(fixed, currency.orElse(trade)), trade, at);
        if (percent.signum() == 0) {
            return converted.map(Exact::canonical);
        }
        return converted.flatMap(
                sum ->
                        multiplier.map(
                                m ->
                                        Exact.canonical(
                                                sum.add(
                                                        quantity.multiply(price.abs())
                                                                .multiply(m)
                                                                .multiply(percent)
                                                                .movePointLeft(2)))));
    }
}
