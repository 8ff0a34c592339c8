package credence.core.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How firmly a name is in force.
///
/// @param against candles in a row, the last one among them, that were read as one and the same other name; 0 when the last one was
///     read as the name in force
/// @param needed as many put the other name in force, ≥ 1
public record Standing(int against, int needed) {

    public void write(DataOutput out) throws IOException {
        out.writeInt(against);
        out.writeInt(needed);
    }

    public static Standing read(DataInput in) throws IOException {
        return new Standing(in.readInt(), in.readInt());
    }
}
