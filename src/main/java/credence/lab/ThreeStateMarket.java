package credence.lab;

import credence.core.market.Candle;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.regime.GaussianHmm;
import credence.core.regime.MarkovChain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Daily candles of a market that is in one of three states, calm, middling or wild, and which one it was in each day.
///
/// Spells have geometric length of a given mean, each is followed by one of the other two with equal chance. In each state the log
/// return of a day and the logarithm of its range are exactly normal and independent, so a Gaussian hidden Markov model is
/// the truth about this market, in one dimension and in two. Days may open away from the close before. In a **stepped** market the price
/// makes 24 normal steps a day instead, as real ones do: the return is exactly normal still, but a day of a wide range
/// has a wide return too, which no Gaussian model of a state knows.
///
/// @param candles one a day, without pause
/// @param states 0 calm, 1 middling, 2 wild, one a day
record ThreeStateMarket(List<Candle> candles, int[] states) {

    static final int STATES = 3;

    private static final double[] MEANS = {0.0008, 0, -0.0015};
    private static final double[] VOLATILITIES = {0.006, 0.012, 0.026};

    /// Mean of the logarithm of the range over the volatility, and its deviation: what a day of a price without drift and pause
    /// has (Alizadeh, Brandt & Diebold, 2002).
    private static final double LOG_RANGE = 0.43;

    private static final double LOG_RANGE_DEVIATION = 0.29;

    private static final int STEPS = 24;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant START = Instant.parse("2010-01-01T00:00:00Z");

    static ThreeStateMarket simulate(long seed, int days, double meanSpell, boolean stepped) {
        DrawSequence draws = Draws.of(seed, "lab.three-states").inOrder();
        List<Candle> candles = new ArrayList<>(days);
        int[] states = new int[days];
        int state = draws.below(STATES);
        double price = 100;
        for (int t = 0; t < days; t++) {
            if (t > 0 && draws.happens(1 / meanSpell)) {
                state = (state + 1 + draws.below(STATES - 1)) % STATES;
            }
            states[t] = state;
            Instant opened = START.plus(DAY.multipliedBy(t));
            Candle candle =
                    stepped
                            ? steps(opened, price, state, draws)
                            : candle(opened, price, state, draws);
            candles.add(candle);
            price = candle.close();
        }
        return new ThreeStateMarket(candles, states);
    }

    private static Candle candle(Instant opened, double before, int state, DrawSequence draws) {
        double close = before * StrictMath.exp(MEANS[state] + VOLATILITIES[state] * draws.normal());
        double range =
                close * StrictMath.exp(logRange(state) + LOG_RANGE_DEVIATION * draws.normal());
        double low = close - range * draws.uniform();
        double high = low + range;
        double open = low + (high - low) * draws.uniform();
        return new Candle(
                opened, DAY, Math.clamp(open, low, high), high, low, Math.min(close, high), 1_000);
    }

    private static Candle steps(Instant opened, double open, int state, DrawSequence draws) {
        double log = 0;
        double highest = 0;
        double lowest = 0;
        for (int step = 0; step < STEPS; step++) {
            log +=
                    MEANS[state] / STEPS
                            + VOLATILITIES[state] / StrictMath.sqrt(STEPS) * draws.normal();
            highest = Math.max(highest, log);
            lowest = Math.min(lowest, log);
        }
        return new Candle(
                opened,
                DAY,
                open,
                open * StrictMath.exp(highest),
                open * StrictMath.exp(lowest),
                open * StrictMath.exp(log),
                1_000);
    }

    private static double logRange(int state) {
        return StrictMath.log(VOLATILITIES[state]) + LOG_RANGE;
    }

    /// The same prices in another unit.
    List<Candle> times(double factor) {
        return candles.stream()
                .map(
                        c ->
                                new Candle(
                                        c.opened(),
                                        c.interval(),
                                        c.open() * factor,
                                        c.high() * factor,
                                        c.low() * factor,
                                        c.close() * factor,
                                        c.volume()))
                .toList();
    }

    static double volatility(int state) {
        return VOLATILITIES[state];
    }

    /// The model that made such a market; of a stepped one its returns alone.
    static GaussianHmm truth(int dimension, double meanSpell) {
        double[] start = new double[STATES];
        double[][] moves = new double[STATES][STATES];
        double[][] means = new double[STATES][dimension];
        double[][][] covariances = new double[STATES][dimension][dimension];
        for (int i = 0; i < STATES; i++) {
            start[i] = 1.0 / STATES;
            for (int j = 0; j < STATES; j++) {
                moves[i][j] = i == j ? 1 - 1 / meanSpell : 1 / meanSpell / (STATES - 1);
            }
            means[i][0] = MEANS[i];
            covariances[i][0][0] = VOLATILITIES[i] * VOLATILITIES[i];
            if (dimension > 1) {
                means[i][1] = logRange(i);
                covariances[i][1][1] = LOG_RANGE_DEVIATION * LOG_RANGE_DEVIATION;
            }
        }
        return new GaussianHmm(new MarkovChain(start, moves), means, covariances);
    }
}
