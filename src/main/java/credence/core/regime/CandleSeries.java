package credence.core.regime;

import credence.core.market.Candle;
import credence.core.market.CandleAggregator;
import credence.core.value.TimeCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Candles of one length made of a symbol's bars, and which bar they heard of last.
final class CandleSeries {

    private final CandleAggregator candles;
    private Instant heard = Instant.MIN;
    private Duration bars = Duration.ZERO;

    CandleSeries(Duration target) {
        this(new CandleAggregator(target));
    }

    private CandleSeries(CandleAggregator candles) {
        this.candles = candles;
    }

    /// Takes in the next bar to become known; a longer one than wanted counts only where it is used.
    ///
    /// @return candles that it closes, oldest first
    List<Candle> add(Candle bar) {
        List<Candle> closed = candles.add(bar);
        if (bar.interval().compareTo(candles.target()) <= 0 || closed.contains(bar)) {
            heard = bar.closed();
            bars = bar.interval();
        }
        return closed;
    }

    List<Candle> settle(Instant known) {
        return candles.settle(known);
    }

    /// When the last bar closed, if bars have stopped for so long that nothing is known of a moment any more.
    Optional<Instant> silentSince(TradingDays days, Instant moment) {
        return moment.isAfter(heard.plus(days.holds(bars))) ? Optional.of(heard) : Optional.empty();
    }

    /// Whether the last candle tells of a moment: bars have not stopped, and after a hole a candle has closed again.
    ///
    /// @param closed when the last candle closed
    /// @param candle its length
    boolean tells(Instant closed, Duration candle, TradingDays days, Instant moment) {
        return silentSince(days, moment).isEmpty()
                && !moment.isAfter(closed.plus(candle).plus(days.holds(bars)));
    }

    void write(DataOutput out) throws IOException {
        candles.write(out);
        TimeCodec.instant(out, heard);
        TimeCodec.duration(out, bars);
    }

    static CandleSeries read(DataInput in) throws IOException {
        CandleSeries series = new CandleSeries(CandleAggregator.read(in));
        series.heard = TimeCodec.instant(in);
        series.bars = TimeCodec.duration(in);
        return series;
    }
}
