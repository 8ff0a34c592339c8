package credence.core.ledger;

import java.math.BigDecimal;

/// How far a stated result may be off because of digits that its source does not print.
final class Rounding {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Rounding() {}

    /// Half a unit of the last place of both prices times the size. Prices of one source have as many places as the one that shows the
    /// most, and at least two.
    static BigDecimal ofPrices(BigDecimal entry, BigDecimal exit, BigDecimal size) {
        int places = Math.max(2, Math.max(entry.scale(), exit.scale()));
        return HALF.movePointLeft(places).multiply(size.abs()).multiply(BigDecimal.TWO);
    }

    /// Half a unit of the last place of a size of three places or more times the move; coarser sizes are exact.
    static BigDecimal ofSize(
            BigDecimal entry, BigDecimal exit, BigDecimal quantity, BigDecimal multiplier) {
        return quantity.scale() < 3
                ? BigDecimal.ZERO
                : HALF.movePointLeft(quantity.scale())
                        .multiply(exit.subtract(entry).abs())
                        .multiply(multiplier);
    }

    /// What binary floating point of 53 bits loses when it works out a result from amounts of this size: it keeps 15 to 16 digits.
    static BigDecimal ofBinary(BigDecimal turnover) {
        return turnover.movePointLeft(14);
    }

    /// Half a unit of the last place as written.
    static BigDecimal lastPlace(BigDecimal written) {
        return HALF.movePointLeft(Math.max(0, written.scale()));
    }
}
