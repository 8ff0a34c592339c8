package credence.core.regime;

import credence.core.value.TimeCodec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The regime of five (system 2) at the close of a day.
///
/// @param at close of the day it rests on
/// @param regime the name in force
/// @param probabilities filtered, summed over the states of one name, together 1; a rule that overrides (CRISIS) has 1
/// @param standing how firmly that name is in force
/// @param reason the rule that named it and the figures it met, in words
public record FiveReading(
        Instant at,
        FiveRegime regime,
        SortedMap<FiveRegime, Double> probabilities,
        Standing standing,
        String reason) {

    public FiveReading {
        probabilities = Collections.unmodifiableSortedMap(new TreeMap<>(probabilities));
    }

    public void write(DataOutput out) throws IOException {
        TimeCodec.instant(out, at);
        out.writeUTF(regime.name());
        out.writeInt(probabilities.size());
        for (var entry : probabilities.entrySet()) {
            out.writeUTF(entry.getKey().name());
            out.writeDouble(entry.getValue());
        }
        standing.write(out);
        out.writeUTF(reason);
    }

    public static FiveReading read(DataInput in) throws IOException {
        Instant at = TimeCodec.instant(in);
        FiveRegime regime = FiveRegime.valueOf(in.readUTF());
        SortedMap<FiveRegime, Double> probabilities = new TreeMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            probabilities.put(FiveRegime.valueOf(in.readUTF()), in.readDouble());
        }
        return new FiveReading(at, regime, probabilities, Standing.read(in), in.readUTF());
    }
}
