package credence.lab;

import credence.core.fact.Bar;
import credence.core.fact.RowKey;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A price path with regimes, candle by candle.
///
/// Regimes follow one another in spells of geometric length, each followed by one of the other three with equal chance,
/// so the mean spell is the parameter itself. Within a spell the log price x makes normal steps of sd σ·f, with f
/// 1 in NEUTRAL, 1.1 in TRENDING, 2.2 in VOLATILE, 0.9 in RANGING; TRENDING adds a drift of ±0.10 σ a bar, RANGING pulls
/// back to where the spell began at 6 % a bar. All regimes are pulled to the first price with a half-life of 180 days,
/// so that a price stays one that people know. A bar is made of 12 steps; after a pause in trading the price jumps by
/// 2 σ·N(0, 1).
public final class Market {

    private static final int STEPS = 12;
    private static final double TREND_DRIFT = 0.10;
    private static final double RANGE_PULL = 0.06;
    private static final double GAP = 2;
    private static final Duration HALF_LIFE = Duration.ofDays(180);
    private static final int ATR_BARS = 14;

    private final Instrument instrument;
    private final Duration interval;
    private final List<Candle> candles;
    private final long[] trueRangeSums;

    private Market(Instrument instrument, Duration interval, List<Candle> candles) {
        this.instrument = instrument;
        this.interval = interval;
        this.candles = List.copyOf(candles);
        this.trueRangeSums = trueRangeSums(candles);
    }

    /// Makes the market of an instrument: the same for the same seed, whatever else is simulated.
    static Market simulate(Instrument instrument, SimulationParameters parameters) {
        return new Market(
                instrument, parameters.interval(), new Maker(instrument, parameters).candles());
    }

    Instrument instrument() {
        return instrument;
    }

    Duration interval() {
        return interval;
    }

    List<Candle> candles() {
        return candles;
    }

    Candle candle(int index) {
        return candles.get(index);
    }

    int size() {
        return candles.size();
    }

    Instant end() {
        return candles.getLast().time().plus(interval);
    }

    /// First candle before which an average true range is known.
    static int warmUp() {
        return ATR_BARS + 1;
    }

    /// Mean true range, in ticks, of the 14 candles before this one: what a bot could know at its open.
    double averageTrueRange(int index) {
        return (double) (trueRangeSums[index] - trueRangeSums[index - ATR_BARS]) / ATR_BARS;
    }

    /// Bars as an importer would read them back.
    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>(size());
        for (Candle candle : candles) {
            bars.add(
                    new Bar(
                            RowKey.ofContent(
                                    "bar",
                                    "",
                                    instrument.symbol().name(),
                                    0,
                                    interval.toString(),
                                    candle.time().toString()),
                            instrument.symbol(),
                            interval,
                            candle.time(),
                            instrument.price(candle.open()).doubleValue(),
                            instrument.price(candle.high()).doubleValue(),
                            instrument.price(candle.low()).doubleValue(),
                            instrument.price(candle.close()).doubleValue(),
                            candle.volume()));
        }
        return bars;
    }

    /// Lengths of the spells in candles; the last one is cut off by the end.
    List<Spell> spells() {
        List<Spell> spells = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= size(); i++) {
            if (i == size() || candle(i).regime() != candle(from).regime()) {
                spells.add(new Spell(candle(from).regime(), candle(from).time(), i - from));
                from = i;
            }
        }
        return spells;
    }

    /// One unbroken stretch of a regime.
    ///
    /// @param candles its length
    record Spell(Regime regime, Instant from, int candles) {}

    private static long[] trueRangeSums(List<Candle> candles) {
        long[] sums = new long[candles.size() + 1];
        for (int i = 0; i < candles.size(); i++) {
            Candle candle = candles.get(i);
            long before = i == 0 ? candle.open() : candles.get(i - 1).close();
            sums[i + 1] =
                    sums[i] + Math.max(candle.high(), before) - Math.min(candle.low(), before);
        }
        return sums;
    }

    /// Walks through time once.
    private static final class Maker {
        private final Instrument instrument;
        private final SimulationParameters parameters;
        private final DrawSequence steps;
        private final DrawSequence spells;
        private final DrawSequence volumes;
        private final double sigma;
        private final double home;
        private final double pull;
        private Regime regime = Regime.NEUTRAL;
        private int left;
        private double drift;
        private double anchor;
        private double x;

        private Maker(Instrument instrument, SimulationParameters parameters) {
            this.instrument = instrument;
            this.parameters = parameters;
            Draws draws = Draws.of(parameters.seed(), "lab.market");
            this.steps = draws.at(instrument.symbol() + "/price").inOrder();
            this.spells = draws.at(instrument.symbol() + "/regime").inOrder();
            this.volumes = draws.at(instrument.symbol() + "/volume").inOrder();
            double hours = (double) parameters.interval().toSeconds() / 3600;
            this.sigma =
                    instrument.volatility()
                            * StrictMath.sqrt(hours / instrument.hours().yearly().toHours());
            this.home = StrictMath.log(instrument.start().doubleValue());
            this.pull = hours * StrictMath.log(2) / HALF_LIFE.toHours();
            this.x = home;
            this.regime = Regime.values()[spells.below(Regime.values().length)];
            begin();
        }

        private List<Candle> candles() {
            List<Candle> candles = new ArrayList<>();
            Instant end = parameters.from().plus(Duration.ofDays(parameters.days()));
            Instant expected = parameters.from();
            for (Instant time = parameters.from();
                    time.isBefore(end);
                    time = time.plus(parameters.interval())) {
                if (!instrument.hours().open(time)) {
                    continue;
                }
                if (left == 0) {
                    next();
                }
                if (!time.equals(expected)) {
                    x += GAP * sigma * steps.normal();
                }
                expected = time.plus(parameters.interval());
                candles.add(candle(time));
                left--;
            }
            return candles;
        }

        private Candle candle(Instant time) {
            long open = ticks();
            long high = open;
            long low = open;
            for (int i = 0; i < STEPS; i++) {
                step();
                high = Math.max(high, ticks());
                low = Math.min(low, ticks());
            }
            long close = ticks();
            double activity = 0.6 + 0.4 * (high - low) / (1 + 1.5 * sigma * open);
            double volume = hourly() * activity * StrictMath.exp(0.35 * volumes.normal());
            return new Candle(time, open, high, low, close, StrictMath.rint(volume), regime);
        }

        private double hourly() {
            return instrument.volume() * parameters.interval().toSeconds() / 3600;
        }

        private void step() {
            double moved = drift / STEPS + pull / STEPS * (home - x);
            if (regime == Regime.RANGING) {
                moved += RANGE_PULL / STEPS * (anchor - x);
            }
            x += moved + factor() * sigma / StrictMath.sqrt(STEPS) * steps.normal();
        }

        private double factor() {
            return switch (regime) {
                case NEUTRAL -> 1;
                case TRENDING -> 1.1;
                case VOLATILE -> 2.2;
                case RANGING -> 0.9;
            };
        }

        private long ticks() {
            return StrictMath.max(
                    1, StrictMath.round(StrictMath.exp(x) / instrument.tick().doubleValue()));
        }

        private void next() {
            Regime[] all = Regime.values();
            regime = all[(regime.ordinal() + 1 + spells.below(all.length - 1)) % all.length];
            begin();
        }

        private void begin() {
            left = geometric(parameters.meanRegimeCandles());
            drift =
                    regime == Regime.TRENDING
                            ? TREND_DRIFT * sigma * (spells.happens(0.5) ? 1 : -1)
                            : 0;
            anchor = x;
        }

        /// 1, 2, … with this mean, by inverse distribution function.
        private int geometric(double mean) {
            if (mean <= 1) {
                return 1;
            }
            double length = StrictMath.log1p(-spells.uniform()) / StrictMath.log1p(-1 / mean);
            return 1 + (int) Math.min(length, 1e9);
        }
    }
}
