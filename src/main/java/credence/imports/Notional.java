package credence.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// What a row is worth by its file, held against quantity × price: finds the worth of a point, and differences.
///
/// Both the price and the stated worth may be rounded to their last digit; what that explains is no difference.
public final class Notional {

    /// Worths of a point that are no whole numbers but known: bonds in per cent of par, mini contracts.
    private static final List<BigDecimal> BROKEN =
            List.of(
                    new BigDecimal("0.01"),
                    new BigDecimal("0.1"),
                    new BigDecimal("0.5"),
                    new BigDecimal("2.5"),
                    new BigDecimal("12.5"));

    private static final MathContext QUOTIENT = new MathContext(24);

    private Notional() {}

    /// The worth of a point that makes quantity × price × worth the stated money; empty when none of the usual ones does.
    /// Signs are dropped.
    public static Optional<BigDecimal> multiplier(
            BigDecimal quantity, BigDecimal price, BigDecimal stated) {
        BigDecimal product = quantity.multiply(price).abs();
        if (product.signum() == 0 || stated.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal whole =
                stated.abs()
                        .divide(product, MathContext.DECIMAL64)
                        .setScale(0, RoundingMode.HALF_UP);
        if (whole.signum() > 0 && fits(quantity, price, whole, stated)) {
            return Optional.of(whole);
        }
        return BROKEN.stream().filter(m -> fits(quantity, price, m, stated)).findFirst();
    }

    /// The price that an amount and a quantity make; of one that does not end, 24 digits: more than any exchange states.
    ///
    /// @param quantity above 0
    public static BigDecimal price(BigDecimal amount, BigDecimal quantity) {
        BigDecimal price = amount.divide(quantity, QUOTIENT).stripTrailingZeros();
        return price.scale() < 0 ? price.setScale(0) : price;
    }

    /// Whether a price is a quotient that was cut: it makes the amount but for its last digit.
    static boolean isCut(BigDecimal price, BigDecimal quantity, BigDecimal amount) {
        return price.multiply(quantity).compareTo(amount) != 0
                && price(amount, quantity).compareTo(price) == 0;
    }

    /// Whether the stated money is quantity × price × worth, but for rounding and signs.
    public static boolean fits(
            BigDecimal quantity, BigDecimal price, BigDecimal multiplier, BigDecimal stated) {
        return quantity.multiply(price)
                        .multiply(multiplier)
                        .abs()
                        .subtract(stated.abs())
                        .abs()
                        .compareTo(rounding(quantity, price, multiplier, stated))
                <= 0;
    }

    /// Half a unit of the last digit of the stated money, and of the price by what it is multiplied with.
    public static BigDecimal rounding(
            BigDecimal quantity, BigDecimal price, BigDecimal multiplier, BigDecimal stated) {
        return halfUnit(stated, 2)
                .add(halfUnit(price, 2).multiply(quantity.abs()).multiply(multiplier));
    }

    /// Half of the last written digit; figures written with fewer digits than usual are taken to be exact to those.
    private static BigDecimal halfUnit(BigDecimal value, int usual) {
        return BigDecimal.ONE.movePointLeft(Math.max(value.scale(), usual)).divide(BigDecimal.TWO);
    }
}
