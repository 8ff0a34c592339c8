package credence.core.regime;

import credence.core.market.BenchmarkCorrelation;
import credence.core.market.Candle;
import credence.core.market.CandleAggregator;
import credence.core.market.Situation;
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
/// at or before it and on nothing else: the caller settles the market to the moment first. A reading whose candle closed more than seven
/// days before the moment, or three of its candles where these are longer, is left out: how that market stands is not known any more.
public final class SymbolMarket {

    /// Candles that R is measured by, that the four and the seven are read on, and that the five are read on; the imported ones where
    /// these are longer (`rules.md` 17).
    static final Duration RISK = Duration.ofMinutes(15);

    static final Duration DECISION = Duration.ofHours(1);
    static final Duration DAY = Duration.ofDays(1);

    private static final Duration LONGEST_SILENCE = Duration.ofDays(7);
    private static final int SILENT_CANDLES = 3;

    private final MarketParameters parameters;
    private final FitCache fits;
    private CandleAggregator riskCandles = new CandleAggregator(RISK);
    private CandleAggregator decisionCandles = new CandleAggregator(DECISION);
    private CandleAggregator dayCandles = new CandleAggregator(DAY);
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
        risk.forEach(range::add);
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
        track.add(candle);
        if (parameters.benchmark().isPresent()) {
            correlation.symbolClosed(candle.closed(), candle.close());
        }
    }

    private void dayClosed(Candle candle) {
        DayTrack track = day;
        if (track == null || !track.candle().equals(candle.interval())) {
            track = new DayTrack(parameters, fits, candle.interval());
            day = track;
        }
        track.add(candle);
    }

    /// A candle of the benchmark closed, on its decision interval.
    public void benchmarkClosed(Candle candle) {
        correlation.benchmarkClosed(candle.closed(), candle.close());
    }

    /// What is known at a moment to which it has been settled.
    public MarketReading read(Instant moment) {
        DecisionTrack track = decision;
        boolean known = track != null && !track.isSilent(moment);
        Situation situation =
                track == null || !known
                        ? Situations.unknown(moment)
                        : track.situation(moment, correlation(track.candle(), moment));
        return new MarketReading(
                track == null || !known ? Optional.empty() : track.four(),
                day == null ? Optional.empty() : day.at(moment),
                track == null || !known ? Optional.empty() : track.seven(),
                situation,
                range.at(moment));
    }

    /// Empty without a benchmark, and where the two have not closed together for so long that it tells of another time.
    private OptionalDouble correlation(Duration candle, Instant moment) {
        return parameters.benchmark().isPresent()
                        && correlation
                                .lastPair()
                                .map(last -> !isSilent(last, candle, moment))
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

    /// Whether the last candle closed too long before a moment to tell of it.
    static boolean isSilent(Instant closed, Duration candle, Instant moment) {
        Duration longest = candle.multipliedBy(SILENT_CANDLES);
        return Duration.between(closed, moment)
                        .compareTo(
                                longest.compareTo(LONGEST_SILENCE) > 0 ? longest : LONGEST_SILENCE)
                > 0;
    }

    public void write(DataOutput out) throws IOException {
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
        market.riskCandles = CandleAggregator.read(in);
        market.decisionCandles = CandleAggregator.read(in);
        market.dayCandles = CandleAggregator.read(in);
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
