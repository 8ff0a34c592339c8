package credence.core.regime;

import credence.core.market.BenchmarkCorrelation;
import credence.core.market.Candle;
import credence.core.market.Situations;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// All that moves with the candles of one symbol: what they are aggregated to, the readers of the four, the five and the seven, what a
/// situation is made of, and the range that R is measured by.
///
/// Candles come as imported, in the order of their closes, and may be of several lengths. A reading at a moment rests on candles closed
/// at or before it and on nothing else: the caller settles the market to the moment first. Once bars have stopped for longer than
/// [TradingDays] allows, readings are left out until a candle has closed again: how that market stands is not known. What lies
/// on the two sides of such a hole is not compared either.
public final class SymbolMarket {

    /// Candles that R is measured by, that the four and the seven are read on, and that the five are read on; the imported ones where
    /// these are longer (`rules.md` 17).
    static final Duration RISK = Duration.ofMinutes(15);

    static final Duration DECISION = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    private final MarketParameters parameters;
    private final FitCache fits;
    private TradingDays trading = new TradingDays();
    private TradingDays benchmarkTrading = new TradingDays();
    private CandleSeries riskCandles = new CandleSeries(RISK);
    private CandleSeries decisionCandles = new CandleSeries(DECISION);
    private CandleSeries dayCandles = new CandleSeries(DAY);
    private RangeTrack range = new RangeTrack();
    private @Nullable DecisionTrack decision;
    private @Nullable DayTrack day;
    private BenchmarkCorrelation correlation = new BenchmarkCorrelation();

    /// Hears what closes.
    public interface Closing {

        /// Candles of the decision interval or days closed at this moment, and are read.
        ///
        /// @param decision the decision candle among them, if there is one
        void closed(Instant at, Optional<Candle> decision);
    }

    /// @param fits keeps fits of the five's model, so that a replay need not repeat them
    public SymbolMarket(MarketParameters parameters, FitCache fits) {
        this.parameters = parameters;
        this.fits = fits;
    }

    /// Takes in the next candle, not closed before any former one, after everything that ended before its close has been settled.
    public void take(Candle candle, Closing closing) {
        trading.heard(candle);
        closed(
                riskCandles.add(candle),
                decisionCandles.add(candle),
                dayCandles.add(candle),
                closing);
    }

    /// Closes what ends at or before a moment, when everything known by then has come.
    public void settle(Instant known, Closing closing) {
        closed(
                riskCandles.settle(known),
                decisionCandles.settle(known),
                dayCandles.settle(known),
                closing);
    }

    private void closed(
            List<Candle> risk, List<Candle> decisions, List<Candle> days, Closing closing) {
        risk.forEach(c -> range.add(c, trading.holds(c.interval())));
        if (decisions.isEmpty() && days.isEmpty()) {
            return;
        }
        List<Candle> all = new ArrayList<>(decisions);
        all.addAll(days);
        all.sort(Comparator.comparing(Candle::closed));
        // What closed together is read together.
        for (int i = 0; i < all.size(); i++) {
            Instant at = all.get(i).closed();
            if (i > 0 && all.get(i - 1).closed().equals(at)) {
                continue;
            }
            days.stream().filter(c -> c.closed().equals(at)).forEach(this::dayClosed);
            Optional<Candle> candle =
                    decisions.stream().filter(c -> c.closed().equals(at)).findFirst();
            candle.ifPresent(this::decisionClosed);
            closing.closed(at, candle);
        }
    }

    private void decisionClosed(Candle candle) {
        DecisionTrack track = decision;
        if (track == null || !track.candle().equals(candle.interval())) {
            track = new DecisionTrack(parameters, candle.interval());
            decision = track;
        }
        track.add(candle, trading.holds(candle.interval()));
        if (parameters.benchmark().isPresent()) {
            correlation.symbolClosed(candle.closed(), candle.close(), together(candle.interval()));
        }
    }

    private void dayClosed(Candle candle) {
        DayTrack track = day;
        if (track == null || !track.candle().equals(candle.interval())) {
            track = new DayTrack(parameters, fits, candle.interval());
            day = track;
        }
        track.add(candle, trading.holds(candle.interval()));
    }

    /// A candle of the benchmark closed, on its decision interval.
    public void benchmarkClosed(Candle candle) {
        benchmarkTrading.heard(candle);
        correlation.benchmarkClosed(candle.closed(), candle.close(), together(candle.interval()));
    }

    /// How long two markets may go without closing together: as long as the one that closes longer may.
    private Duration together(Duration candle) {
        Duration own = trading.holds(candle);
        Duration other = benchmarkTrading.holds(candle);
        return candle.plus(own.compareTo(other) > 0 ? own : other);
    }

    /// What is known at a moment to which it has been settled.
    public MarketReading read(Instant moment) {
        DecisionTrack track = decision;
        DayTrack days = day;
        Optional<Instant> silent =
                track == null ? Optional.empty() : decisionCandles.silentSince(trading, moment);
        boolean known =
                track != null
                        && decisionCandles.tells(track.closed(), track.candle(), trading, moment);
        boolean daysKnown =
                days != null && dayCandles.tells(days.closed(), days.candle(), trading, moment);
        boolean rangeKnown = riskCandles.tells(range.closed(), range.candle(), trading, moment);
        return new MarketReading(
                track == null || !known ? Optional.empty() : track.four(),
                days == null || !daysKnown ? Optional.empty() : days.reading(),
                track == null || !known ? silent.map(SymbolMarket::unknown) : track.seven(),
                track == null || !known
                        ? Situations.unknown(moment)
                        : track.situation(moment, correlation(track.candle(), moment)),
                rangeKnown ? range.value() : OptionalDouble.empty(),
                silent.or(
                        () ->
                                days == null
                                        ? Optional.empty()
                                        : dayCandles.silentSince(trading, moment)));
    }

    private static SevenReading unknown(Instant last) {
        return new SevenReading(
                last, SevenRegime.UNKNOWN, 0, "Unknown: " + MarketReading.silence(last) + ".");
    }

    /// Empty without a benchmark, and where the two have not closed together for so long that it tells of another time.
    private OptionalDouble correlation(Duration candle, Instant moment) {
        return parameters.benchmark().isPresent()
                        && correlation
                                .lastPair()
                                .map(last -> !moment.isAfter(last.plus(together(candle))))
                                .orElse(false)
                ? correlation.correlation()
                : OptionalDouble.empty();
    }

    /// Length of the candles R is measured by.
    public Duration riskCandle() {
        return range.candle();
    }

    /// The five's latest refits, oldest first.
    public List<Refit> card() {
        return day == null ? List.of() : day.card();
    }

    /// Days that the five have been read on.
    public int days() {
        return day == null ? 0 : day.days();
    }

    /// Length of the candles of the four and the seven; empty before the first.
    public Optional<Duration> decisionCandle() {
        return Optional.ofNullable(decision).map(DecisionTrack::candle);
    }

    public void write(DataOutput out) throws IOException {
        trading.write(out);
        benchmarkTrading.write(out);
        riskCandles.write(out);
        decisionCandles.write(out);
        dayCandles.write(out);
        range.write(out);
        out.writeBoolean(decision != null);
        if (decision != null) {
            decision.write(out);
        }
        out.writeBoolean(day != null);
        if (day != null) {
            day.write(out);
        }
        correlation.write(out);
    }

    public static SymbolMarket read(DataInput in, MarketParameters parameters, FitCache fits)
            throws IOException {
        SymbolMarket market = new SymbolMarket(parameters, fits);
        market.trading = TradingDays.read(in);
        market.benchmarkTrading = TradingDays.read(in);
        market.riskCandles = CandleSeries.read(in);
        market.decisionCandles = CandleSeries.read(in);
        market.dayCandles = CandleSeries.read(in);
        market.range = RangeTrack.read(in);
        if (in.readBoolean()) {
            market.decision = DecisionTrack.read(in, parameters);
        }
        if (in.readBoolean()) {
            market.day = DayTrack.read(in, parameters, fits);
        }
        market.correlation = BenchmarkCorrelation.read(in);
        return market;
    }
}
