package credence.core.regime;

import credence.core.market.Candle;
import credence.core.market.FeatureMeter;
import credence.core.value.TimeCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The five, on days; on longer candles where no days are held.
final class DayTrack {

    private final FeatureMeter meter;
    private final FiveReader five;
    private Instant closed = Instant.EPOCH;

    DayTrack(MarketParameters parameters, FitCache fits, Duration candle) {
        this(new FeatureMeter(candle), new FiveReader(parameters.five(), fits));
    }

    private DayTrack(FeatureMeter meter, FiveReader five) {
        this.meter = meter;
        this.five = five;
    }

    Duration candle() {
        return meter.interval();
    }

    /// @param longest without bars that leaves what lies on its two sides comparable
    void add(Candle candle, Duration longest) {
        if (candle.opened().isAfter(closed.plus(longest)) && meter.candles() > 0) {
            meter.anew();
            five.anew();
        }
        five.see(meter.add(candle));
        closed = candle.closed();
    }

    Instant closed() {
        return closed;
    }

    /// At the close of the last day.
    Optional<FiveReading> reading() {
        return five.reading();
    }

    List<Refit> card() {
        return five.card();
    }

    int days() {
        return five.days();
    }

    void write(DataOutput out) throws IOException {
        meter.write(out);
        five.write(out);
        TimeCodec.instant(out, closed);
    }

    static DayTrack read(DataInput in, MarketParameters parameters, FitCache fits)
            throws IOException {
        DayTrack track =
                new DayTrack(FeatureMeter.read(in), FiveReader.read(in, parameters.five(), fits));
        track.closed = TimeCodec.instant(in);
        return track;
    }
}
