package credence.core.belief;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What every run has seen of one class of source: discounted sums by run length.
///
/// Column r of each row belongs to the run that began r outcomes ago; column 0 has seen nothing.
final class Evidence {

    static final int WINS = 0;
    static final int LOSSES = 1;

    /// Weight, sum and sum of squares of R.
    static final int R_WEIGHT = 2;

    static final int R_SUM = 3;
    static final int R_SQUARES = 4;
    static final int ROWS = 5;

    private final double[][] sums;

    Evidence(int runs) {
        sums = new double[ROWS][runs];
    }

    double get(int row, int run) {
        return sums[row][run];
    }

    double[] row(int row) {
        return sums[row];
    }

    void fade(double factor, int runs) {
        for (double[] row : sums) {
            for (int r = 0; r < runs; r++) {
                row[r] *= factor;
            }
        }
    }

    /// Makes room for the run that begins now: every run is one outcome longer.
    ///
    /// @param runs how many run lengths are in use before
    /// @param full whether the longest two are pooled, the old longest with the given share
    void grow(int runs, boolean full, double longestShare) {
        for (double[] row : sums) {
            if (full) {
                row[runs - 1] = longestShare * row[runs - 1] + (1 - longestShare) * row[runs - 2];
                System.arraycopy(row, 0, row, 1, runs - 2);
            } else {
                System.arraycopy(row, 0, row, 1, runs);
            }
            row[0] = 0;
        }
    }

    /// Adds to every run that has begun before.
    void add(int row, double amount, int runs) {
        double[] target = sums[row];
        for (int r = 1; r < runs; r++) {
            target[r] += amount;
        }
    }

    void write(DataOutput out, int runs) throws IOException {
        for (double[] row : sums) {
            for (int r = 0; r < runs; r++) {
                out.writeDouble(row[r]);
            }
        }
    }

    void read(DataInput in, int runs) throws IOException {
        for (double[] row : sums) {
            for (int r = 0; r < runs; r++) {
                row[r] = in.readDouble();
            }
        }
    }
}
