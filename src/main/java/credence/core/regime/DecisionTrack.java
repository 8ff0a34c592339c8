package credence.core.regime;

import credence.core.market.Candle;
import credence.core.market.FeatureMeter;
import credence.core.market.Features;
import credence.core.market.Situation;
import credence.core.market.Situations;
import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/// The four, the seven and what a situation is made of, on candles of one length.
final class DecisionTrack {

    private final FeatureMeter meter;
    private final FourReader four;
    private final SevenReader seven;
    private Instant closed = Instant.EPOCH;
    private @Nullable Situation seen;
    private @Nullable Readings read;

    /// At the close of the last candle. Made once a candle, since many may ask; threads that ask at once make the same.
    private record Readings(Optional<FourReading> four, Optional<SevenReading> seven) {}

    DecisionTrack(MarketParameters parameters, Duration candle) {
        this(
                new FeatureMeter(candle),
                new FourReader(FourParameters.of(parameters.thresholds())),
                new SevenReader(SevenParameters.of(parameters.thresholds())));
    }

    private DecisionTrack(FeatureMeter meter, FourReader four, SevenReader seven) {
        this.meter = meter;
        this.four = four;
        this.seven = seven;
    }

    Duration candle() {
        return meter.interval();
    }

    /// @param longest without bars that leaves what lies on its two sides comparable
    void add(Candle candle, Duration longest) {
        if (candle.opened().isAfter(closed.plus(longest)) && meter.candles() > 0) {
            meter.anew();
            four.anew();
        }
        Features features = meter.add(candle);
        four.see(features);
        seven.see(features);
        closed = candle.closed();
        seen = Situations.at(closed, features, Optional.empty(), OptionalDouble.empty());
        read = null;
    }

    Instant closed() {
        return closed;
    }

    Optional<FourReading> four() {
        return readings().four();
    }

    Optional<SevenReading> seven() {
        return readings().seven();
    }

    private Readings readings() {
        Readings made = read;
        if (made == null) {
            made = new Readings(four.reading(), seven.reading());
            read = made;
        }
        return made;
    }

    Situation situation(Instant moment, OptionalDouble correlation) {
        Situation last = seen;
        return last == null
                ? Situations.unknown(moment)
                : new Situation(
                        four.regime(),
                        last.volatility(),
                        last.volume(),
                        last.momentum(),
                        Situations.correlation(correlation),
                        Situation.Session.at(moment));
    }

    void write(DataOutput out) throws IOException {
        meter.write(out);
        four.write(out);
        seven.write(out);
        TimeCodec.instant(out, closed);
        out.writeBoolean(seen != null);
        if (seen != null) {
            writeName(out, seen.volatility());
            writeName(out, seen.volume());
            writeName(out, seen.momentum());
        }
    }

    static DecisionTrack read(DataInput in, MarketParameters parameters) throws IOException {
        DecisionTrack track =
                new DecisionTrack(
                        FeatureMeter.read(in),
                        FourReader.read(in, FourParameters.of(parameters.thresholds())),
                        SevenReader.read(in, SevenParameters.of(parameters.thresholds())));
        track.closed = TimeCodec.instant(in);
        if (in.readBoolean()) {
            track.seen =
                    new Situation(
                            Optional.empty(),
                            readName(in, Situation.Volatility.values()),
                            readName(in, Situation.Volume.values()),
                            readName(in, Situation.Momentum.values()),
                            Optional.empty(),
                            Situation.Session.at(track.closed));
        }
        return track;
    }

    private static <E extends Enum<E>> void writeName(DataOutput out, Optional<E> name)
            throws IOException {
        out.writeByte(name.map(Enum::ordinal).orElse(-1));
    }

    private static <E extends Enum<E>> Optional<E> readName(DataInput in, E[] names)
            throws IOException {
        int place = in.readByte();
        return place < 0 ? Optional.empty() : Optional.of(names[place]);
    }
}
