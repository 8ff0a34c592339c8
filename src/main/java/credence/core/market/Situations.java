package credence.core.market;

import credence.core.market.Situation.Correlation;
import credence.core.market.Situation.Momentum;
import credence.core.market.Situation.Session;
import credence.core.market.Situation.Volatility;
import credence.core.market.Situation.Volume;
import credence.core.value.Regime;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the situation of a moment off the last closed candle (`learning.md` 4).
public final class Situations {

    private static final double LOW_VOLATILITY = 0.33;
    private static final double MEDIUM_VOLATILITY = 0.66;
    private static final double HIGH_VOLATILITY = 0.95;
    private static final double LOW_VOLUME = 0.5;
    private static final double NORMAL_VOLUME = 1.5;
    private static final double HIGH_VOLUME = 3;
    private static final double MOVED = 0.5;
    private static final double MOVED_FAR = 1.5;
    private static final double LOW_CORRELATION = 0.3;
    private static final double MEDIUM_CORRELATION = 0.7;

    private Situations() {}

    /// @param last the last candle closed at or before the moment
    /// @param regime of four at its close
    /// @param correlation of 60 returns with the benchmark's, −1…1; empty without one
    /// @param moment decides the session alone
    public static Situation at(
            Instant moment, Features last, Optional<Regime> regime, OptionalDouble correlation) {
        return new Situation(
                regime,
                volatility(last.ranks().atrShare()),
                volume(last.volumeRatio()),
                momentum(last.momentum()),
                correlation(correlation),
                Session.at(moment));
    }

    /// Where nothing is known of the market, the clock still tells the session.
    public static Situation unknown(Instant moment) {
        return new Situation(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Session.at(moment));
    }

    static Optional<Volatility> volatility(OptionalDouble rank) {
        if (rank.isEmpty()) {
            return Optional.empty();
        }
        double x = rank.getAsDouble();
        return Optional.of(
                x < LOW_VOLATILITY
                        ? Volatility.LOW
                        : x < MEDIUM_VOLATILITY
                                ? Volatility.MEDIUM
                                : x < HIGH_VOLATILITY ? Volatility.HIGH : Volatility.EXTREME);
    }

    static Optional<Volume> volume(OptionalDouble ratio) {
        if (ratio.isEmpty()) {
            return Optional.empty();
        }
        double x = ratio.getAsDouble();
        return Optional.of(
                x < LOW_VOLUME
                        ? Volume.LOW
                        : x < NORMAL_VOLUME
                                ? Volume.NORMAL
                                : x < HIGH_VOLUME ? Volume.HIGH : Volume.SPIKE);
    }

    /// Up and down are mirror images: a cut itself belongs to the calmer side.
    static Optional<Momentum> momentum(OptionalDouble scaled) {
        if (scaled.isEmpty()) {
            return Optional.empty();
        }
        double x = scaled.getAsDouble();
        double size = Math.abs(x);
        return Optional.of(
                size <= MOVED
                        ? Momentum.FLAT
                        : size <= MOVED_FAR
                                ? x > 0 ? Momentum.UP : Momentum.DOWN
                                : x > 0 ? Momentum.STRONG_UP : Momentum.STRONG_DOWN);
    }

    public static Optional<Correlation> correlation(OptionalDouble rho) {
        if (rho.isEmpty()) {
            return Optional.empty();
        }
        double size = Math.abs(rho.getAsDouble());
        return Optional.of(
                size < LOW_CORRELATION
                        ? Correlation.LOW
                        : size < MEDIUM_CORRELATION ? Correlation.MEDIUM : Correlation.HIGH);
    }
}
