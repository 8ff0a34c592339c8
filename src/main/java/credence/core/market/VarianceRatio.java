package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/// Variance of q-candle log returns ÷ (q · variance of one-candle log returns), over the last n returns: 1 for a random walk, below 1
/// where moves tend to be taken back, above 1 where they go on.
///
/// The q-candle returns overlap and both variances are corrected for bias: with mean m of the n returns,
/// σ²(1) = Σ(r − m)² ÷ (n − 1) and σ²(q) = Σ(r₁ + … + r_q − q·m)² ÷ (q·(n − q + 1)·(1 − q/n)); the ratio is σ²(q) ÷ σ²(1).
/// Returns that are all alike: 1. First value with the n-th return. Both passes run over the window afresh, oldest first.
/// Source: Lo & MacKinlay (1988), "Stock Market Prices Do Not Follow Random Walks", Review of Financial Studies 1, equations 11–13
/// (the unbiased, overlapping estimators, M_r(q) + 1).
final class VarianceRatio {

    private final int horizon;
    private final Window returns;
    private final double[] path;

    /// @param horizon q, at least 2
    /// @param period n, more than q
    VarianceRatio(int horizon, int period) {
        this(horizon, new Window(period));
    }

    private VarianceRatio(int horizon, Window returns) {
        if (horizon < 2 || returns.size() <= horizon) {
            throw new IllegalArgumentException(
                    "a horizon of at least 2 below the period, not " + horizon);
        }
        this.horizon = horizon;
        this.returns = returns;
        this.path = new double[returns.size() + 1];
    }

    void add(double logReturn) {
        returns.add(logReturn);
    }

    /// A return that does not exist breaks the series: what follows starts anew.
    void clear() {
        returns.clear();
    }

    OptionalDouble value() {
        if (!returns.full()) {
            return OptionalDouble.empty();
        }
        int n = returns.size();
        double[] r = returns.buffer();
        int start = returns.start();
        double sum = 0;
        double squares = 0;
        for (int i = start; i < start + n; i++) {
            sum += r[i];
            squares += r[i] * r[i];
        }
        double mean = sum / n;
        double single = 0;
        for (int i = 0; i < n; i++) {
            double deviation = r[start + i] - mean;
            single += deviation * deviation;
            path[i + 1] = path[i] + deviation;
        }
        if (single <= ReturnSpread.ROUNDING * squares) {
            return OptionalDouble.of(1);
        }
        double several = 0;
        for (int i = horizon; i <= n; i++) {
            double deviation = path[i] - path[i - horizon];
            several += deviation * deviation;
        }
        double q = horizon;
        return Finite.of((several / (q * (n - q + 1) * (1 - q / n))) / (single / (n - 1)));
    }

    void write(DataOutput out) throws IOException {
        returns.write(out);
    }

    static VarianceRatio read(DataInput in, int horizon, int period) throws IOException {
        return new VarianceRatio(horizon, Window.read(in, period));
    }
}
