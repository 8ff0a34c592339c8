package credence.core.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Arrays of doubles in a snapshot, bit for bit. Their length is known to the reader.
final class Doubles {

    private Doubles() {}

    static void write(DataOutput out, double[] values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] read(DataInput in, int count) throws IOException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
