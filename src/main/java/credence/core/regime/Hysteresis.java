package credence.core.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/// A name that changes only after another one has been read so many times in a row.
///
/// @param <R> names; their order must not change, since a state is written by ordinal
final class Hysteresis<R extends Enum<R>> {

    private static final int NONE = -1;

    private final R[] names;
    private final int needed;
    private int inForce = NONE;
    private int challenger = NONE;
    private int inARow;

    /// @param needed readings in a row, ≥ 1; with 1 the name in force is always the last one read
    Hysteresis(Class<R> names, int needed) {
        this.names = names.getEnumConstants();
        this.needed = needed;
    }

    /// The first name read is in force at once.
    void see(R read) {
        int now = read.ordinal();
        if (inForce == NONE || now == inForce) {
            inForce = now;
            challenger = NONE;
            inARow = 0;
            return;
        }
        inARow = now == challenger ? inARow + 1 : 1;
        challenger = now;
        if (inARow >= needed) {
            inForce = now;
            challenger = NONE;
            inARow = 0;
        }
    }

    /// This name is in force at once, whatever was before.
    void force(R read) {
        inForce = read.ordinal();
        interrupt();
    }

    /// A reading is missing: what comes next begins a new row. The name stays in force.
    void interrupt() {
        challenger = NONE;
        inARow = 0;
    }

    /// Nothing is in force any more: the next name read is at once.
    void forget() {
        inForce = NONE;
        interrupt();
    }

    Optional<R> inForce() {
        return inForce == NONE ? Optional.empty() : Optional.of(names[inForce]);
    }

    Standing standing() {
        return new Standing(inARow, needed);
    }

    /// How many readings in a row have named the same other name.
    int inARow() {
        return inARow;
    }

    int needed() {
        return needed;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(inForce);
        out.writeByte(challenger);
        out.writeInt(inARow);
    }

    void read(DataInput in) throws IOException {
        inForce = in.readByte();
        challenger = in.readByte();
        inARow = in.readInt();
        if (inForce < NONE
                || inForce >= names.length
                || challenger < NONE
                || challenger >= names.length) {
            throw new IOException("no such name: " + inForce + ", " + challenger);
        }
    }
}
