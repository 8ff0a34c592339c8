package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/// Spread and drift of the last n log returns: realised volatility and momentum.
///
/// Volatility per candle = √(Σ(r − mean)² ÷ (n − 1)), both passes over the window afresh, oldest first. Momentum = Σr ÷ (volatility·√n):
/// the move over n candles in units of what chance moves. Returns that are all alike have volatility 0 and momentum ±[#STRONGEST],
/// which is also the bound of every other; none at all, momentum 0. First values with the n-th return, candle index n.
final class ReturnSpread {

    static final double STRONGEST = 100;

    /// Below this share of the squares themselves, what is left of the deviations is rounding.
    static final double ROUNDING = 1e-24;

    private final Window returns;

    /// Of the window, once it is full.
    private double move;

    private double deviation;

    ReturnSpread(int period) {
        this(new Window(period));
    }

    private ReturnSpread(Window returns) {
        this.returns = returns;
        measure();
    }

    void add(double logReturn) {
        returns.add(logReturn);
        measure();
    }

    /// A return that does not exist breaks the series: what follows starts anew.
    void clear() {
        returns.clear();
    }

    OptionalDouble volatility() {
        return returns.full() ? Finite.of(deviation) : OptionalDouble.empty();
    }

    OptionalDouble momentum() {
        if (!returns.full()) {
            return OptionalDouble.empty();
        }
        double chance = deviation * Math.sqrt(returns.size());
        if (chance == 0) {
            return OptionalDouble.of(STRONGEST * Math.signum(move));
        }
        return Finite.of(Math.clamp(move / chance, -STRONGEST, STRONGEST));
    }

    private void measure() {
        if (!returns.full()) {
            return;
        }
        double[] r = returns.buffer();
        int from = returns.start();
        int to = from + returns.size();
        move = 0;
        for (int i = from; i < to; i++) {
            move += r[i];
        }
        double mean = move / returns.size();
        double deviations = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            deviations += (r[i] - mean) * (r[i] - mean);
            squares += r[i] * r[i];
        }
        deviation =
                deviations <= ROUNDING * squares ? 0 : Math.sqrt(deviations / (returns.size() - 1));
    }

    void write(DataOutput out) throws IOException {
        returns.write(out);
    }

    static ReturnSpread read(DataInput in, int period) throws IOException {
        return new ReturnSpread(Window.read(in, period));
    }
}
