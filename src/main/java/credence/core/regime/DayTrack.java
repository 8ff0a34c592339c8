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

    void add(Candle candle) {
        five.see(meter.add(candle));
        closed = candle.closed();
    }

    /// The reading of the last day, unless that closed too long before.
    Optional<FiveReading> at(Instant moment) {
        return SymbolMarket.isSilent(closed, candle(), moment) ? Optional.empty() : five.reading();
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
