package credence.core.brain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/// How instants, decimals and texts stand in a snapshot: one spelling for equal values.
final class Codec {

    /// Grows whenever the encoding of the state changes; older snapshots are then ignored.
    static final int VERSION = 1;

    private Codec() {}

    static void instant(DataOutput out, Instant time) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    static Instant instant(DataInput in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    static void decimal(DataOutput out, BigDecimal number) throws IOException {
        out.writeUTF(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    static BigDecimal decimal(DataInput in) throws IOException {
        return new BigDecimal(in.readUTF());
    }
}
