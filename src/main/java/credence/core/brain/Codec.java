package credence.core.brain;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;

/// How decimals stand in a snapshot: one spelling for equal values.
final class Codec {

    /// Grows whenever the fold or the encoding of its state changes; older snapshots are then ignored.
    static final int VERSION = 12;

    private Codec() {}

    static void decimal(DataOutput out, BigDecimal number) throws IOException {
        out.writeUTF(canonical(number).toPlainString());
    }

    /// The same number without trailing zeros and without an exponent: what [#decimal(DataInput)] reads back.
    static BigDecimal canonical(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal decimal(DataInput in) throws IOException {
        return new BigDecimal(in.readUTF());
    }
}
