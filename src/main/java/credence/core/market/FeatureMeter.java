package credence.core.market;

import credence.core.value.TimeCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// Measures the [Features] of one series of candles, one closed candle at a time.
///
/// Each step costs the same however long the series is (percentile ranks: its logarithm). What a meter has seen, it can write, and a
/// meter read back goes on with the same bits. Nothing depends on a candle that has not been given yet. A candle without a positive
/// close has no log return, nor has the next: indicators of returns then start anew.
public final class FeatureMeter {

    static final int WILDER = 14;
    static final int SHORT = 20;
    static final int MIDDLE = 50;
    static final int LONG = 200;
    static final int RATIO_HORIZON = 5;
    static final int RATIO_PERIOD = 60;

    /// Days of a year in which markets trade.
    static final int YEAR = 252;

    /// Earlier values below which there is no rank; fewer where a candle is a day or more.
    static final int RANKED_FROM = 200;

    static final int RANKED_FROM_DAILY = 60;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int RANKS = 7;

    private final Duration interval;
    private final double scaleToDay;
    private int candles;
    private Instant lastClosed = Instant.MIN;
    private double lastClose;
    private AverageTrueRange range = new AverageTrueRange(WILDER);
    private DirectionalMovement movement = new DirectionalMovement(WILDER);
    private EfficiencyRatio efficiency = new EfficiencyRatio(SHORT);
    private ReturnSpread spread = new ReturnSpread(SHORT);
    private VarianceRatio ratio = new VarianceRatio(RATIO_HORIZON, RATIO_PERIOD);
    private RollingMean shortMean = new RollingMean(SHORT);
    private RollingMean middleMean = new RollingMean(MIDDLE);
    private RollingMean longMean = new RollingMean(LONG);
    private RollingMedian volume = new RollingMedian(SHORT);
    private HighestHigh highest;
    private final RankedPast[] ranked = new RankedPast[RANKS];

    /// @param interval of all candles that will come
    public FeatureMeter(Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("candles last some time, not " + interval);
        }
        this.interval = interval;
        this.scaleToDay =
                Math.sqrt(DAY.toSeconds() / (interval.getSeconds() + interval.getNano() / 1e9));
        this.highest = new HighestHigh(yearOf(interval));
        for (int i = 0; i < RANKS; i++) {
            ranked[i] = new RankedPast(rankedFrom());
        }
    }

    /// The 252 days of a year in candles of a day; where a candle is longer than a day, as many as 252 days have room for.
    private static int yearOf(Duration interval) {
        return (int) Math.max(1, YEAR / Math.max(1, interval.toDays()));
    }

    private int rankedFrom() {
        return interval.compareTo(DAY) < 0 ? RANKED_FROM : RANKED_FROM_DAILY;
    }

    public Duration interval() {
        return interval;
    }

    /// Candles seen.
    public int candles() {
        return candles;
    }

    /// Takes in the next candle.
    ///
    /// @throws IllegalArgumentException when it has another interval, or begins before the last one was closed
    public Features add(Candle candle) {
        if (!candle.interval().equals(interval)) {
            throw new IllegalArgumentException(
                    "a meter of " + interval + " was given a candle of " + candle.interval());
        }
        if (candle.overlaps(lastClosed)) {
            throw new IllegalArgumentException(
                    "a candle of " + candle.opened() + " after one that closed at " + lastClosed);
        }
        double close = candle.close();
        OptionalDouble logReturn = logReturn(close);
        take(candle, logReturn);
        lastClosed = candle.closed();
        lastClose = close;
        candles++;

        OptionalDouble atr = range.value();
        OptionalDouble atrShare = dividedBy(atr, close);
        OptionalDouble adx = movement.adx();
        OptionalDouble straight = efficiency.value();
        OptionalDouble volatility = times(spread.volatility(), scaleToDay);
        OptionalDouble variance = ratio.value();
        OptionalDouble reversion =
                variance.isPresent()
                        ? OptionalDouble.of(1 - variance.getAsDouble())
                        : OptionalDouble.empty();
        OptionalDouble volumeRatio = volumeRatio(candle.volume());
        OptionalDouble momentum = spread.momentum();
        return new Features(
                lastClosed,
                candles,
                close,
                logReturn,
                highLow(candle),
                atr,
                atrShare,
                adx,
                movement.plusDi(),
                movement.minusDi(),
                straight,
                volatility,
                reversion,
                shortMean.mean(),
                middleMean.mean(),
                longMean.mean(),
                shortMean.slope(),
                middleMean.slope(),
                longMean.slope(),
                volumeRatio,
                drawdown(close),
                momentum,
                new Features.Ranks(
                        rank(0, atrShare),
                        rank(1, adx),
                        rank(2, straight),
                        rank(3, volatility),
                        rank(4, reversion),
                        rank(5, volumeRatio),
                        rank(6, momentum)));
    }

    /// Bars were missing before the next candle for so long that what lies on the two sides is not compared: every figure that looks
    /// back over candles warms up anew. The ranks go on, since the past of the series is its past, and so do the drawdown, which
    /// compares prices, and the number of candles seen.
    public void anew() {
        lastClose = 0;
        range = new AverageTrueRange(WILDER);
        movement = new DirectionalMovement(WILDER);
        efficiency = new EfficiencyRatio(SHORT);
        spread = new ReturnSpread(SHORT);
        ratio = new VarianceRatio(RATIO_HORIZON, RATIO_PERIOD);
        shortMean = new RollingMean(SHORT);
        middleMean = new RollingMean(MIDDLE);
        longMean = new RollingMean(LONG);
        volume = new RollingMedian(SHORT);
    }

    private void take(Candle candle, OptionalDouble logReturn) {
        double close = candle.close();
        range.add(candle.high(), candle.low(), close);
        movement.add(candle.high(), candle.low(), close);
        efficiency.add(close);
        if (logReturn.isPresent()) {
            spread.add(logReturn.getAsDouble());
            ratio.add(logReturn.getAsDouble());
        } else {
            spread.clear();
            ratio.clear();
        }
        shortMean.add(close);
        middleMean.add(close);
        longMean.add(close);
        volume.add(candle.volume());
        highest.add(
                Math.floorDiv(candle.opened().getEpochSecond(), DAY.toSeconds()), candle.high());
    }

    private OptionalDouble logReturn(double close) {
        return candles > 0 && close > 0 && lastClose > 0
                ? Finite.of(StrictMath.log(close / lastClose))
                : OptionalDouble.empty();
    }

    private static OptionalDouble highLow(Candle candle) {
        double share = (candle.high() - candle.low()) / candle.close();
        return share > 0 ? Finite.of(StrictMath.log(share)) : OptionalDouble.empty();
    }

    private OptionalDouble volumeRatio(double traded) {
        return dividedBy(OptionalDouble.of(traded), volume.value().orElse(0));
    }

    /// Empty when no high of the year is above zero.
    private OptionalDouble drawdown(double close) {
        double high = highest.value();
        return high > 0
                ? OptionalDouble.of(Math.clamp(1 - close / high, 0, 1))
                : OptionalDouble.empty();
    }

    private OptionalDouble rank(int which, OptionalDouble feature) {
        return feature.isPresent()
                ? ranked[which].add(feature.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble times(OptionalDouble number, double factor) {
        return number.isPresent()
                ? Finite.of(number.getAsDouble() * factor)
                : OptionalDouble.empty();
    }

    /// Empty unless the divisor is above zero.
    private static OptionalDouble dividedBy(OptionalDouble number, double divisor) {
        return number.isPresent() && divisor > 0
                ? Finite.of(number.getAsDouble() / divisor)
                : OptionalDouble.empty();
    }

    public void write(DataOutput out) throws IOException {
        TimeCodec.duration(out, interval);
        out.writeInt(candles);
        if (candles > 0) {
            TimeCodec.instant(out, lastClosed);
            out.writeDouble(lastClose);
        }
        range.write(out);
        movement.write(out);
        efficiency.write(out);
        spread.write(out);
        ratio.write(out);
        shortMean.write(out);
        middleMean.write(out);
        longMean.write(out);
        volume.write(out);
        highest.write(out);
        for (RankedPast past : ranked) {
            past.write(out);
        }
    }

    public static FeatureMeter read(DataInput in) throws IOException {
        FeatureMeter meter = new FeatureMeter(TimeCodec.duration(in));
        meter.candles = in.readInt();
        if (meter.candles > 0) {
            meter.lastClosed = TimeCodec.instant(in);
            meter.lastClose = in.readDouble();
        }
        meter.range = AverageTrueRange.read(in, WILDER);
        meter.movement = DirectionalMovement.read(in, WILDER);
        meter.efficiency = EfficiencyRatio.read(in, SHORT);
        meter.spread = ReturnSpread.read(in, SHORT);
        meter.ratio = VarianceRatio.read(in, RATIO_HORIZON, RATIO_PERIOD);
        meter.shortMean = RollingMean.read(in, SHORT);
        meter.middleMean = RollingMean.read(in, MIDDLE);
        meter.longMean = RollingMean.read(in, LONG);
        meter.volume = RollingMedian.read(in, SHORT);
        meter.highest = HighestHigh.read(in, yearOf(meter.interval));
        for (int i = 0; i < RANKS; i++) {
            meter.ranked[i] = RankedPast.read(in, meter.rankedFrom());
        }
        return meter;
    }
}
