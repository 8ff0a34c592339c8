package credence.core.regime;

import credence.core.market.AverageTrueRange;
import credence.core.market.Candle;
import credence.core.value.TimeCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/// ATR(14) of the candles that R is measured by. Candles of another length begin anew, and so do candles after a hole: the move
/// across it is no candle's range.
final class RangeTrack {

    private static final int WILDER = 14;

    private AverageTrueRange range = new AverageTrueRange(WILDER);
    private Duration candle = SymbolMarket.RISK;
    private Instant closed = Instant.EPOCH;

    /// @param longest without bars that leaves what lies on its two sides comparable
    void add(Candle next, Duration longest) {
        if (!next.interval().equals(candle) || next.opened().isAfter(closed.plus(longest))) {
            range = new AverageTrueRange(WILDER);
            candle = next.interval();
        }
        range.add(next.high(), next.low(), next.close());
        closed = next.closed();
    }

    OptionalDouble value() {
        return range.value();
    }

    Instant closed() {
        return closed;
    }

    Duration candle() {
        return candle;
    }

    void write(DataOutput out) throws IOException {
        TimeCodec.duration(out, candle);
        TimeCodec.instant(out, closed);
        range.write(out);
    }

    static RangeTrack read(DataInput in) throws IOException {
        RangeTrack track = new RangeTrack();
        track.candle = TimeCodec.duration(in);
        track.closed = TimeCodec.instant(in);
        track.range = AverageTrueRange.read(in, WILDER);
        return track;
    }
}
