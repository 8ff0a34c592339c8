package credence.core.belief;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How many observations ago the last change point was, as a probability for each count.
///
/// Bayesian online change-point detection with a constant hazard (Adams & MacKay, 2007, equations 3 and 4): a run grows with
/// probability 1 − hazard and ends with probability hazard, both weighed by how well the run predicted what was seen. A run of length 0
/// has seen nothing yet. The last place pools all runs at least as long. Before the first observation the run length is 0 for certain.
/// Checked against: change.bocpd.gaussian.
final class RunLengths {

    private final double hazard;
    private final double[] probability;
    private int count = 1;

    RunLengths(double hazard, int longest) {
        this.hazard = hazard;
        this.probability = new double[longest + 1];
        this.probability[0] = 1;
    }

    /// Number of run lengths in use, 0 … count − 1.
    int count() {
        return count;
    }

    /// Whether the next growth will pool the two longest runs.
    boolean full() {
        return count == probability.length;
    }

    double probability(int run) {
        return probability[run];
    }

    double[] probabilities() {
        return probability;
    }

    /// Probability that the last change is fewer than `observations` back.
    double shorterThan(int observations) {
        double sum = 0;
        for (int r = 0; r < Math.min(observations, count); r++) {
            sum += probability[r];
        }
        return sum;
    }

    /// Takes in one observation.
    ///
    /// @param predictive probability (density) that each run gave to it, for runs 0 … count − 1; positive
    /// @return probability the whole mixture gave to it
    double update(double[] predictive) {
        double evidence = 0;
        for (int r = 0; r < count; r++) {
            probability[r] *= predictive[r];
            evidence += probability[r];
        }
        if (full()) {
            int last = count - 1;
            probability[last] =
                    (probability[last] + probability[last - 1]) * (1 - hazard) / evidence;
            for (int r = last - 1; r > 0; r--) {
                probability[r] = probability[r - 1] * (1 - hazard) / evidence;
            }
        } else {
            for (int r = count; r > 0; r--) {
                probability[r] = probability[r - 1] * (1 - hazard) / evidence;
            }
            count++;
        }
        probability[0] = hazard;
        return evidence;
    }

    /// Share of the pooled run that was the longest before it grew, for pooling what the runs have seen; call before [#update].
    double longestShare(double[] predictive) {
        int last = count - 1;
        double old = probability[last] * predictive[last];
        double grown = probability[last - 1] * predictive[last - 1];
        return old + grown > 0 ? old / (old + grown) : 1;
    }

    void clear() {
        java.util.Arrays.fill(probability, 0);
        probability[0] = 1;
        count = 1;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(count);
        for (int r = 0; r < count; r++) {
            out.writeDouble(probability[r]);
        }
    }

    void read(DataInput in) throws IOException {
        clear();
        count = in.readInt();
        for (int r = 0; r < count; r++) {
            probability[r] = in.readDouble();
        }
    }
}
