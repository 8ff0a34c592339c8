package credence.core.regime;

import credence.core.market.Features;
import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Names the regime of seven, candle by candle.
///
/// In this order: UNKNOWN before 200 candles or while a figure is missing; ILLIQUID when volume is below 20 % of its median (not
/// asked where the market states no volume); HIGH_VOLATILITY when ATR ÷ close ranks at 95 % of its own past or higher (absolute: is
/// 4 % or more); TREND_UP when ADX ≥ 25, +DI > −DI and the mean of 20 closes is above that of 50, TREND_DOWN when both lie the other
/// way; else RANGE_HIGH_VOL or RANGE_LOW_VOL as ATR ÷ close ranks at or below its median. The last candle alone decides.
///
/// **Confidence** is the margin to what decided, 0 at the border and 1 at the end of the scale:
///
/// - ILLIQUID: 1 − volume ÷ threshold.
/// - HIGH_VOLATILITY: (rank − 0.95) ÷ 0.05; absolute: excess ÷ threshold, at most 1.
/// - a trend: the least of (ADX − 25) ÷ 25, |+DI − −DI| ÷ (+DI + −DI), and the distance of the two means in ATR, each at most 1.
/// - a range: the lesser of |rank − ½| ÷ ½ and what keeps it from being a trend: (25 − ADX) ÷ 25 or, with ADX above, how clearly the
///   directional indicators and the means contradict each other (the lesser of their two margins).
///
/// All of it is ratios and ranks, so prices in another unit change nothing.
public final class SevenReader {

    private static final int FIGURES = 8;
    private static final int VOLUME = 0;
    private static final int SHARE = 1;
    private static final int RANK = 2;
    private static final int ADX = 3;
    private static final int PLUS = 4;
    private static final int MINUS = 5;

    /// Mean of 20 closes less that of 50, in ATR.
    private static final int MEANS = 6;

    private static final int CANDLES = 7;
    private static final double NO_VOLUME = -1;
    private static final double MEDIAN = 0.5;

    private final SevenParameters parameters;
    private final double[] figures = new double[FIGURES];
    private @Nullable Instant at;
    private boolean ready;

    public SevenReader(SevenParameters parameters) {
        this.parameters = parameters;
    }

    /// Moves on by one closed candle.
    public void see(Features candle) {
        at = candle.closed();
        java.util.Arrays.fill(figures, 0);
        figures[CANDLES] = candle.candles();
        ready =
                candle.candles() >= parameters.warmUp()
                        && candle.atr().isPresent()
                        && candle.atrShare().isPresent()
                        && candle.ranks().atrShare().isPresent()
                        && candle.adx().isPresent()
                        && candle.plusDi().isPresent()
                        && candle.minusDi().isPresent()
                        && candle.sma20().isPresent()
                        && candle.sma50().isPresent();
        if (!ready) {
            return;
        }
        figures[VOLUME] = candle.volumeRatio().orElse(NO_VOLUME);
        figures[SHARE] = candle.atrShare().getAsDouble();
        figures[RANK] = candle.ranks().atrShare().getAsDouble();
        figures[ADX] = candle.adx().getAsDouble();
        figures[PLUS] = candle.plusDi().getAsDouble();
        figures[MINUS] = candle.minusDi().getAsDouble();
        double apart = candle.sma20().getAsDouble() - candle.sma50().getAsDouble();
        double atr = candle.atr().getAsDouble();
        figures[MEANS] = atr > 0 ? Math.clamp(apart / atr, -1e9, 1e9) : Math.signum(apart);
    }

    /// What is read at the close of the last candle seen, UNKNOWN while warming up; empty before the first candle.
    public Optional<SevenReading> reading() {
        return at == null
                ? Optional.empty()
                : Optional.of(new SevenReading(at, regime(), confidence(), reason()));
    }

    /// The name at the close of the last candle seen, without the words.
    public SevenRegime regime() {
        if (!ready) {
            return SevenRegime.UNKNOWN;
        }
        if (figures[VOLUME] != NO_VOLUME && figures[VOLUME] < parameters.illiquid()) {
            return SevenRegime.ILLIQUID;
        }
        if (volatility() >= parameters.highVolatility()) {
            return SevenRegime.HIGH_VOLATILITY;
        }
        if (figures[ADX] >= parameters.trend()) {
            if (figures[PLUS] > figures[MINUS] && figures[MEANS] > 0) {
                return SevenRegime.TREND_UP;
            }
            if (figures[PLUS] < figures[MINUS] && figures[MEANS] < 0) {
                return SevenRegime.TREND_DOWN;
            }
        }
        return figures[RANK] >= MEDIAN ? SevenRegime.RANGE_HIGH_VOL : SevenRegime.RANGE_LOW_VOL;
    }

    private double volatility() {
        return relative() ? figures[RANK] : figures[SHARE];
    }

    private boolean relative() {
        return parameters.thresholds() == Thresholds.RELATIVE;
    }

    private double confidence() {
        double trend = parameters.trend();
        double directions = directions();
        double means = Math.min(1, Math.abs(figures[MEANS]));
        double margin =
                switch (regime()) {
                    case UNKNOWN -> 0;
                    case ILLIQUID -> 1 - figures[VOLUME] / parameters.illiquid();
                    case HIGH_VOLATILITY ->
                            (volatility() - parameters.highVolatility())
                                    / (relative()
                                            ? 1 - parameters.highVolatility()
                                            : parameters.highVolatility());
                    case TREND_UP, TREND_DOWN ->
                            Math.min((figures[ADX] - trend) / trend, Math.min(directions, means));
                    case RANGE_HIGH_VOL, RANGE_LOW_VOL ->
                            Math.min(
                                    Math.abs(figures[RANK] - MEDIAN) / MEDIAN,
                                    figures[ADX] < trend
                                            ? (trend - figures[ADX]) / trend
                                            : Math.min(directions, means));
                };
        return Math.clamp(margin, 0.0, 1.0);
    }

    private double directions() {
        double sum = figures[PLUS] + figures[MINUS];
        return sum > 0 ? Math.abs(figures[PLUS] - figures[MINUS]) / sum : 0;
    }

    private String reason() {
        return switch (regime()) {
            case UNKNOWN -> unknown();
            case ILLIQUID ->
                    words(
                            "Illiquid: volume is %.0f %% of its median (below %.0f %%).",
                            100 * figures[VOLUME], 100 * parameters.illiquid());
            case HIGH_VOLATILITY ->
                    relative()
                            ? words(
                                    "High volatility: the average range, %.2f %% of the price, is"
                                            + " higher than %.0f %% of its past (from %.0f %%).",
                                    100 * figures[SHARE],
                                    100 * figures[RANK],
                                    100 * parameters.highVolatility())
                            : words(
                                    "High volatility: the average range is %.2f %% of the price"
                                            + " (from %.2f %%).",
                                    100 * figures[SHARE], 100 * parameters.highVolatility());
            case TREND_UP -> "Trend up: " + trend("above");
            case TREND_DOWN -> "Trend down: " + trend("below");
            case RANGE_HIGH_VOL -> "Range, high volatility: " + range("upper");
            case RANGE_LOW_VOL -> "Range, low volatility: " + range("lower");
        };
    }

    private String unknown() {
        return figures[CANDLES] < parameters.warmUp()
                ? words(
                        "Not known yet: %.0f of %d candles seen.",
                        figures[CANDLES], parameters.warmUp())
                : "Not known: a figure is missing, since its window is not full or nothing moved.";
    }

    private String trend(String side) {
        return words(
                "ADX %.0f (from %.0f), +DI %.0f against −DI %.0f, and the mean of 20 closes lies %s"
                        + " that of 50.",
                figures[ADX], parameters.trend(), figures[PLUS], figures[MINUS], side);
    }

    private String range(String half) {
        String why =
                figures[ADX] < parameters.trend()
                        ? words("ADX %.0f is below %.0f", figures[ADX], parameters.trend())
                        : words(
                                "ADX is %.0f, but +DI %.0f, −DI %.0f and the means do not agree on"
                                        + " a direction",
                                figures[ADX], figures[PLUS], figures[MINUS]);
        return why
                + words(
                        "; the average range, %.2f %% of the price, is in the %s half of its past.",
                        100 * figures[SHARE], half);
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    public void write(DataOutput out) throws IOException {
        out.writeBoolean(at != null);
        if (at != null) {
            TimeCodec.instant(out, at);
            out.writeBoolean(ready);
            for (double figure : figures) {
                out.writeDouble(figure);
            }
        }
    }

    /// @throws IOException when the bytes are not those of a reader
    public static SevenReader read(DataInput in, SevenParameters parameters) throws IOException {
        SevenReader reader = new SevenReader(parameters);
        if (in.readBoolean()) {
            reader.at = TimeCodec.instant(in);
            reader.ready = in.readBoolean();
            for (int i = 0; i < FIGURES; i++) {
                reader.figures[i] = in.readDouble();
            }
        }
        return reader;
    }
}
