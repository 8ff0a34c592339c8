package credence.core.regime;

import credence.core.market.Features;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Names the regime of four, candle by candle.
///
/// The rules are asked in the order of [Regime], and the first that holds names the candle: trend strength above its threshold is
/// TRENDING, volatility above its is VOLATILE, mean reversion above its is RANGING, anything else NEUTRAL. Another name is in force
/// only after three candles in a row ([Hysteresis]).
///
/// **Probabilities by margin.** Let t, v and r be how far the three figures lie above their thresholds, each in widths of its own. The
/// rules cut the space of (t, v, r) into four boxes, and the distance of the candle to the border of each box, positive inside and
/// negative outside, is
///
///     TRENDING t     VOLATILE min(−t, v)     RANGING min(−t, −v, r)     NEUTRAL min(−t, −v, −r)
///
/// P(regime) = exp(distance) ÷ Σ exp(distance). One distance at most is positive, so the most probable regime is the one that the rules
/// name; on a border the two beside it are equally probable. P is continuous, and rises as a candle goes deeper into a box: one width
/// inside it is at least 0.71, two widths 0.94. The widths are settings, not estimates: P says how near a candle is to
/// being called something else, not how often that name would be wrong.
///
/// All three figures must be there: while one warms up, or the market stands still so that one is not defined, there is no reading.
/// The figures are ranks or ratios, so prices in another unit change nothing.
public final class FourReader {

    private static final int TREND = 0;
    private static final int VOLATILITY = 1;
    private static final int REVERSION = 2;

    private final FourParameters parameters;
    private final Hysteresis<Regime> hysteresis;
    private final double[] plain = new double[3];
    private final double[] compared = new double[3];
    private @Nullable Instant at;

    public FourReader(FourParameters parameters) {
        this.parameters = parameters;
        this.hysteresis = new Hysteresis<>(Regime.class, parameters.hysteresis());
    }

    /// Moves on by one closed candle.
    public void see(Features candle) {
        boolean relative = parameters.thresholds() == Thresholds.RELATIVE;
        OptionalDouble trend =
                relative ? candle.ranks().efficiencyRatio() : candle.efficiencyRatio();
        OptionalDouble volatility =
                relative ? candle.ranks().dailyVolatility() : candle.dailyVolatility();
        OptionalDouble reversion =
                relative ? candle.ranks().meanReversion() : candle.meanReversion();
        if (trend.isEmpty()
                || volatility.isEmpty()
                || reversion.isEmpty()
                || candle.efficiencyRatio().isEmpty()
                || candle.dailyVolatility().isEmpty()
                || candle.meanReversion().isEmpty()) {
            at = null;
            hysteresis.interrupt();
            return;
        }
        plain[TREND] = candle.efficiencyRatio().getAsDouble();
        plain[VOLATILITY] = candle.dailyVolatility().getAsDouble();
        plain[REVERSION] = candle.meanReversion().getAsDouble();
        compared[TREND] = trend.getAsDouble();
        compared[VOLATILITY] = volatility.getAsDouble();
        compared[REVERSION] = reversion.getAsDouble();
        at = candle.closed();
        hysteresis.see(named());
    }

    /// Forgets the name in force, since bars were missing for long before the next candle.
    public void anew() {
        at = null;
        hysteresis.forget();
    }

    /// What is read at the close of the last candle seen; empty while a figure is missing.
    public Optional<FourReading> reading() {
        Instant closed = at;
        return closed == null
                ? Optional.empty()
                : hysteresis
                        .inForce()
                        .map(
                                name ->
                                        new FourReading(
                                                closed,
                                                name,
                                                byMargin(),
                                                hysteresis.standing(),
                                                reason(name)));
    }

    /// The name in force at the close of the last candle seen, without the words.
    public Optional<Regime> regime() {
        return at == null ? Optional.empty() : hysteresis.inForce();
    }

    /// The probabilities at the close of the last candle seen, without the words.
    public Optional<RegimeProbabilities> probabilities() {
        return at == null ? Optional.empty() : Optional.of(byMargin());
    }

    private Regime named() {
        if (compared[TREND] > parameters.trend()) {
            return Regime.TRENDING;
        }
        if (compared[VOLATILITY] > parameters.volatility()) {
            return Regime.VOLATILE;
        }
        return compared[REVERSION] > parameters.reversion() ? Regime.RANGING : Regime.NEUTRAL;
    }

    private RegimeProbabilities byMargin() {
        double t = above(TREND, parameters.trend(), parameters.trendWidth());
        double v = above(VOLATILITY, parameters.volatility(), parameters.volatilityWidth());
        double r = above(REVERSION, parameters.reversion(), parameters.reversionWidth());
        double calm = Math.min(-t, -v);
        double[] distances = {t, Math.min(-t, v), Math.min(calm, r), Math.min(calm, -r)};
        double most =
                Math.max(
                        Math.max(distances[0], distances[1]), Math.max(distances[2], distances[3]));
        double sum = 0;
        for (int i = 0; i < distances.length; i++) {
            distances[i] = StrictMath.exp(distances[i] - most);
            sum += distances[i];
        }
        return new RegimeProbabilities(
                distances[0] / sum, distances[1] / sum, distances[2] / sum, distances[3] / sum);
    }

    /// In widths; beyond a million all is as clear as can be.
    private double above(int which, double threshold, double width) {
        return Math.clamp((compared[which] - threshold) / width, -1e6, 1e6);
    }

    private String reason(Regime inForce) {
        Regime now = named();
        String rule =
                switch (now) {
                    case TRENDING -> "Trending: " + figure(TREND, true) + ".";
                    case VOLATILE ->
                            "Volatile: "
                                    + figure(VOLATILITY, true)
                                    + "; no trend, "
                                    + figure(TREND, false)
                                    + ".";
                    case RANGING ->
                            "Ranging: "
                                    + figure(REVERSION, true)
                                    + "; no trend and not volatile, "
                                    + figure(TREND, false)
                                    + ", "
                                    + figure(VOLATILITY, false)
                                    + ".";
                    case NEUTRAL ->
                            "Neutral, no rule holds: "
                                    + figure(TREND, false)
                                    + ", "
                                    + figure(VOLATILITY, false)
                                    + ", "
                                    + figure(REVERSION, false)
                                    + ".";
                };
        return now == inForce
                ? rule
                : "Still "
                        + inForce.name().toLowerCase(Locale.ROOT)
                        + ": "
                        + hysteresis.inARow()
                        + " of "
                        + hysteresis.needed()
                        + " candles in a row read otherwise. The last one: "
                        + rule;
    }

    private String figure(int which, boolean above) {
        String name =
                switch (which) {
                    case TREND -> "efficiency ratio " + number("%.2f", plain[TREND]);
                    case VOLATILITY -> "daily volatility " + percent(plain[VOLATILITY], 2);
                    default -> "mean reversion " + number("%.2f", plain[REVERSION]);
                };
        double threshold =
                which == TREND
                        ? parameters.trend()
                        : which == VOLATILITY ? parameters.volatility() : parameters.reversion();
        if (parameters.thresholds() == Thresholds.RELATIVE) {
            return name
                    + " is higher than "
                    + percent(compared[which], 0)
                    + " of its past ("
                    + (above ? "above " : "not above ")
                    + percent(threshold, 0)
                    + ")";
        }
        return name
                + (above ? " is above " : " is not above ")
                + (which == VOLATILITY ? percent(threshold, 2) : number("%.2f", threshold));
    }

    private static String percent(double share, int places) {
        return number("%." + places + "f", share * 100) + " %";
    }

    private static String number(String format, double x) {
        return String.format(Locale.ROOT, format, x).replace('-', '−');
    }

    public void write(DataOutput out) throws IOException {
        hysteresis.write(out);
        out.writeBoolean(at != null);
        if (at != null) {
            TimeCodec.instant(out, at);
            for (int i = 0; i < compared.length; i++) {
                out.writeDouble(plain[i]);
                out.writeDouble(compared[i]);
            }
        }
    }

    /// @throws IOException when the bytes are not those of a reader
    public static FourReader read(DataInput in, FourParameters parameters) throws IOException {
        FourReader reader = new FourReader(parameters);
        reader.hysteresis.read(in);
        if (in.readBoolean()) {
            reader.at = TimeCodec.instant(in);
            for (int i = 0; i < reader.compared.length; i++) {
                reader.plain[i] = in.readDouble();
                reader.compared[i] = in.readDouble();
            }
        }
        return reader;
    }
}
