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

/// ATR(14) of the candles that R is measured by. Candles of another length begin anew.
final class RangeTrack {

    private static final int WILDER = 14;

    private AverageTrueRange range = new AverageTrueRange(WILDER);
    private Duration candle = SymbolMarket.RISK;
    private Instant closed = Instant.EPOCH;

    void add(Candle next) {
        if (!next.interval().equals(candle)) {
            range = new AverageTrueRange(WILDER);
            candle = next.interval();
        }
        range.add(next.high(), next.low(), next.close());
        closed = next.closed();
    }

    OptionalDouble at(Instant moment) {
        return SymbolMarket.isSilent(closed, candle, moment)
                ? OptionalDouble.empty()
                : range.value();
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
