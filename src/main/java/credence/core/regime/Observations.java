package credence.core.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/// A growing series of observations of one dimension, all finite. It may start anew at places where it was interrupted for long.
public final class Observations {

    private final int dimension;
    private double[] values;
    private int size;
    private final BitSet breaks = new BitSet();

    /// @param dimension 1 to 4
    public Observations(int dimension) {
        if (dimension < 1 || dimension > 4) {
            throw new IllegalArgumentException(
                    "an observation has 1 to 4 dimensions, not " + dimension);
        }
        this.dimension = dimension;
        this.values = new double[dimension * 64];
    }

    /// One observation a row.
    public static Observations of(double[][] rows) {
        Observations all = new Observations(rows[0].length);
        for (double[] row : rows) {
            all.add(row);
        }
        return all;
    }

    /// @throws IllegalArgumentException when a number is not finite or there are not as many as dimensions
    public void add(double... observation) {
        if (observation.length != dimension) {
            throw new IllegalArgumentException(
                    "an observation of " + dimension + " numbers is needed");
        }
        for (double x : observation) {
            if (!Double.isFinite(x)) {
                throw new IllegalArgumentException("an observation must be finite, not " + x);
            }
        }
        if (values.length == size * dimension) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        System.arraycopy(observation, 0, values, size * dimension, dimension);
        size++;
    }

    /// The next observation does not follow the last one.
    public void anew() {
        breaks.set(size);
    }

    /// Whether the observation starts the series anew.
    boolean startsAnew(int index) {
        return index > 0 && breaks.get(index);
    }

    /// Places at which the series starts anew, ascending.
    int[] breaks() {
        return breaks.stream().filter(t -> t > 0 && t < size).toArray();
    }

    public int dimension() {
        return dimension;
    }

    public int size() {
        return size;
    }

    public double value(int index, int axis) {
        return values[index * dimension + axis];
    }

    /// Row after row, in the units of a standardiser.
    double[] standardised(Standardiser by) {
        double[] z = new double[size * dimension];
        for (int i = 0; i < z.length; i++) {
            z[i] = by.standardised(values[i], i % dimension);
        }
        return z;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size * dimension; i++) {
            out.writeDouble(values[i]);
        }
        out.writeInt(breaks.cardinality());
        for (int t = breaks.nextSetBit(0); t >= 0; t = breaks.nextSetBit(t + 1)) {
            out.writeInt(t);
        }
    }

    static Observations read(DataInput in, int dimension) throws IOException {
        Observations all = new Observations(dimension);
        all.size = in.readInt();
        all.values =
                Arrays.copyOf(
                        Doubles.read(in, all.size * dimension), Math.max(64, all.size) * dimension);
        for (int i = in.readInt(); i > 0; i--) {
            all.breaks.set(in.readInt());
        }
        return all;
    }
}
