package credence.core.belief;

import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/// What one class of source has shown in each of the four regimes: soft, discounted sums.
final class RegimeCounts {

    static final int WINS = 0;
    static final int LOSSES = 1;

    /// Weight, sum and sum of squares of R.
    static final int R_WEIGHT = 2;

    static final int R_SUM = 3;
    static final int R_SQUARES = 4;
    private static final int ROWS = 5;

    private final double[][] sums = new double[ROWS][Regime.values().length];

    double get(int row, Regime regime) {
        return sums[row][regime.ordinal()];
    }

    void fade(double factor) {
        for (double[] row : sums) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= factor;
            }
        }
    }

    /// @param r within the clamp
    void add(RegimeProbabilities atEntry, double result, OptionalDouble r) {
        for (Regime regime : Regime.values()) {
            double p = atEntry.of(regime);
            int at = regime.ordinal();
            sums[WINS][at] += p * result;
            sums[LOSSES][at] += p * (1 - result);
            if (r.isPresent()) {
                double x = r.getAsDouble();
                sums[R_WEIGHT][at] += p;
                sums[R_SUM][at] += p * x;
                sums[R_SQUARES][at] += p * x * x;
            }
        }
    }

    void write(DataOutput out) throws IOException {
        for (double[] row : sums) {
            for (double sum : row) {
                out.writeDouble(sum);
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (double[] row : sums) {
            for (int i = 0; i < row.length; i++) {
                row[i] = in.readDouble();
            }
        }
    }
}
