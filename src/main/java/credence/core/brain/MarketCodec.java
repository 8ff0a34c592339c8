package credence.core.brain;

import credence.core.market.Situation;
import credence.core.regime.FiveReading;
import credence.core.regime.FiveRegime;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.regime.SevenReading;
import credence.core.regime.SevenRegime;
import credence.core.regime.Standing;
import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.TimeCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the market that an open entry met stands in a snapshot.
final class MarketCodec {

    private MarketCodec() {}

    static void write(DataOutput out, Optional<MarketReading> market) throws IOException {
        out.writeBoolean(market.isPresent());
        if (market.isEmpty()) {
            return;
        }
        MarketReading m = market.get();
        out.writeBoolean(m.four().isPresent());
        if (m.four().isPresent()) {
            FourReading four = m.four().get();
            TimeCodec.instant(out, four.at());
            out.writeByte(four.regime().ordinal());
            for (Regime regime : Regime.values()) {
                out.writeDouble(four.probabilities().of(regime));
            }
            four.standing().write(out);
            out.writeUTF(four.reason());
        }
        out.writeBoolean(m.five().isPresent());
        if (m.five().isPresent()) {
            FiveReading five = m.five().get();
            TimeCodec.instant(out, five.at());
            out.writeByte(five.regime().ordinal());
            out.writeByte(five.probabilities().size());
            for (var e : five.probabilities().entrySet()) {
                out.writeByte(e.getKey().ordinal());
                out.writeDouble(e.getValue());
            }
            five.standing().write(out);
            out.writeUTF(five.reason());
        }
        out.writeBoolean(m.seven().isPresent());
        if (m.seven().isPresent()) {
            SevenReading seven = m.seven().get();
            TimeCodec.instant(out, seven.at());
            out.writeByte(seven.regime().ordinal());
            out.writeDouble(seven.confidence());
            out.writeUTF(seven.reason());
        }
        Situation s = m.situation();
        writeName(out, s.regime());
        writeName(out, s.volatility());
        writeName(out, s.volume());
        writeName(out, s.momentum());
        writeName(out, s.correlation());
        out.writeByte(s.session().ordinal());
        out.writeBoolean(m.atr().isPresent());
        if (m.atr().isPresent()) {
            out.writeDouble(m.atr().getAsDouble());
        }
        out.writeBoolean(m.silentSince().isPresent());
        if (m.silentSince().isPresent()) {
            TimeCodec.instant(out, m.silentSince().get());
        }
    }

    static Optional<MarketReading> read(DataInput in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        Optional<FourReading> four = in.readBoolean() ? Optional.of(four(in)) : Optional.empty();
        Optional<FiveReading> five = in.readBoolean() ? Optional.of(five(in)) : Optional.empty();
        Optional<SevenReading> seven = in.readBoolean() ? Optional.of(seven(in)) : Optional.empty();
        Situation situation =
                new Situation(
                        readName(in, Regime.values()),
                        readName(in, Situation.Volatility.values()),
                        readName(in, Situation.Volume.values()),
                        readName(in, Situation.Momentum.values()),
                        readName(in, Situation.Correlation.values()),
                        Situation.Session.values()[in.readByte()]);
        OptionalDouble atr =
                in.readBoolean() ? OptionalDouble.of(in.readDouble()) : OptionalDouble.empty();
        Optional<Instant> silentSince =
                in.readBoolean() ? Optional.of(TimeCodec.instant(in)) : Optional.empty();
        return Optional.of(new MarketReading(four, five, seven, situation, atr, silentSince));
    }

    private static FourReading four(DataInput in) throws IOException {
        return new FourReading(
                TimeCodec.instant(in),
                Regime.values()[in.readByte()],
                new RegimeProbabilities(
                        in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()),
                Standing.read(in),
                in.readUTF());
    }

    private static FiveReading five(DataInput in) throws IOException {
        var at = TimeCodec.instant(in);
        FiveRegime regime = FiveRegime.values()[in.readByte()];
        SortedMap<FiveRegime, Double> probabilities = new TreeMap<>();
        int size = in.readByte();
        for (int i = 0; i < size; i++) {
            probabilities.put(FiveRegime.values()[in.readByte()], in.readDouble());
        }
        return new FiveReading(at, regime, probabilities, Standing.read(in), in.readUTF());
    }

    private static SevenReading seven(DataInput in) throws IOException {
        return new SevenReading(
                TimeCodec.instant(in),
                SevenRegime.values()[in.readByte()],
                in.readDouble(),
                in.readUTF());
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
