package credence.core.belief;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Discounted sums of one kind of outcome: weight, sum, sum of squares. For average wins and losses with their errors.
public final class Tails {

    private double weight;
    private double sum;
    private double squares;

    void fade(double factor) {
        weight *= factor;
        sum *= factor;
        squares *= factor;
    }

    void add(double x) {
        weight++;
        sum += x;
        squares += x * x;
    }

    void clear() {
        weight = 0;
        sum = 0;
        squares = 0;
    }

    public double weight() {
        return weight;
    }

    /// Mean, 0 when nothing was added.
    public double mean() {
        return weight > 0 ? sum / weight : 0;
    }

    /// Squared standard error of the mean, 0 below a weight of two.
    public double squaredError() {
        if (weight < 2) {
            return 0;
        }
        double m = sum / weight;
        return Math.max(0, squares / weight - m * m) / (weight - 1);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(weight);
        out.writeDouble(sum);
        out.writeDouble(squares);
    }

    void read(DataInput in) throws IOException {
        weight = in.readDouble();
        sum = in.readDouble();
        squares = in.readDouble();
    }
}
