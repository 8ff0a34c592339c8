package credence.lab;

import credence.core.value.CurrencyCode;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// A traded thing of the simulated market. Prices are whole ticks, so that every price of a file is exact.
///
/// @param tick smallest step of the price
/// @param step smallest step of the quantity
/// @param multiplier money per point of price per unit
/// @param start first price
/// @param volatility yearly standard deviation of log returns in a NEUTRAL market, a fraction
/// @param volume mean volume of an hour, in units
/// @param hours when it trades
/// @param feeBps costs a side in basis points of the turnover
/// @param feePerUnit costs a side per unit (contract)
public record Instrument(
        Symbol symbol,
        CurrencyCode currency,
        BigDecimal tick,
        BigDecimal step,
        BigDecimal multiplier,
        BigDecimal start,
        double volatility,
        double volume,
        Hours hours,
        BigDecimal feeBps,
        BigDecimal feePerUnit) {

    public static final Instrument BTCUSDT = crypto("BTCUSDT", "0.1", "0.001", "42500", 0.45, 1400);
    public static final Instrument ETHUSDT = crypto("ETHUSDT", "0.01", "0.01", "2300", 0.55, 21000);
    public static final Instrument ES = future("ES", "50", "4750", 0.13, 62000, "2.25");
    public static final Instrument MNQ = future("MNQ", "2", "16800", 0.18, 48000, "0.62");

    /// When an instrument trades.
    public enum Hours {
        ALWAYS,
        /// Index futures in UTC: Sunday 22:00 to Friday 21:00, closed daily from 21:00 to 22:00; no holidays, no summer time.
        FUTURES;

        boolean open(Instant time) {
            if (this == ALWAYS) {
                return true;
            }
            ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
            int hour = utc.getHour();
            return switch (utc.getDayOfWeek()) {
                case SATURDAY -> false;
                case SUNDAY -> hour >= 22;
                case FRIDAY -> hour < 21;
                case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> hour != 21;
            };
        }

        /// Trading time in a year.
        Duration yearly() {
            return Duration.ofHours(this == ALWAYS ? 365 * 24 : 52 * (5 * 23));
        }
    }

    private static Instrument crypto(
            String symbol,
            String tick,
            String step,
            String start,
            double volatility,
            double volume) {
        return new Instrument(
                Symbol.of(symbol),
                new CurrencyCode("USDT"),
                new BigDecimal(tick),
                new BigDecimal(step),
                BigDecimal.ONE,
                new BigDecimal(start),
                volatility,
                volume,
                Hours.ALWAYS,
                new BigDecimal("4"),
                BigDecimal.ZERO);
    }

    private static Instrument future(
            String symbol,
            String multiplier,
            String start,
            double volatility,
            double volume,
            String fee) {
        return new Instrument(
                Symbol.of(symbol),
                CurrencyCode.USD,
                new BigDecimal("0.25"),
                BigDecimal.ONE,
                new BigDecimal(multiplier),
                new BigDecimal(start),
                volatility,
                volume,
                Hours.FUTURES,
                BigDecimal.ZERO,
                new BigDecimal(fee));
    }

    public BigDecimal price(long ticks) {
        return tick.multiply(BigDecimal.valueOf(ticks));
    }

    /// Money that a move of so many ticks is worth.
    public BigDecimal money(long ticks, BigDecimal quantity) {
        return price(ticks).multiply(quantity).multiply(multiplier);
    }

    /// Costs of one side, to the cent.
    public BigDecimal costs(long ticks, BigDecimal quantity) {
        return money(ticks, quantity)
                .multiply(feeBps)
                .movePointLeft(4)
                .add(feePerUnit.multiply(quantity))
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    /// The quantity that risks about this money over a stop so many ticks away; at least one step.
    public BigDecimal quantity(BigDecimal risk, long stopTicks) {
        BigDecimal steps = risk.divide(money(stopTicks, step), 0, RoundingMode.HALF_EVEN);
        return step.multiply(steps.max(BigDecimal.ONE));
    }
}
