package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/// Simple moving average, and its slope: the change of the mean over the last number, as a share of the mean.
///
/// The mean of the last n numbers is their exact sum, rounded once, ÷ n: after a million numbers it has the bits of a fresh sum. The
/// slope is (newest − the one n before) ÷ n ÷ mean, which is the same as mean − mean before, without the cancellation.
/// First mean after n numbers, first slope after n + 1; no slope of a mean of 0. Any finite numbers.
final class RollingMean {

    /// Keeps a window of the largest doubles inside their range; a power of two, so that no bit is lost.
    private static final double SCALE = 0x1p-16;

    private static final int LONGEST = 1 << 15;

    private final int period;
    private final Window window;
    private final ExactSum sum = new ExactSum();

    RollingMean(int period) {
        this(period, new Window(period + 1));
        if (period < 1 || period > LONGEST) {
            throw new IllegalArgumentException("a mean of 1…" + LONGEST + ", not of " + period);
        }
    }

    private RollingMean(int period, Window window) {
        this.period = period;
        this.window = window;
        for (int i = Math.max(0, window.count() - period); i < window.count(); i++) {
            sum.add(window.get(i) * SCALE);
        }
    }

    void add(double number) {
        if (window.count() >= period) {
            sum.subtract(window.get(window.count() - period) * SCALE);
        }
        window.add(number);
        sum.add(number * SCALE);
    }

    OptionalDouble mean() {
        return window.count() < period ? OptionalDouble.empty() : OptionalDouble.of(value());
    }

    OptionalDouble slope() {
        if (!window.full()) {
            return OptionalDouble.empty();
        }
        double change = window.newest() / period - window.oldest() / period;
        return Finite.of(change / value());
    }

    private double value() {
        return sum.value() / period / SCALE;
    }

    void write(DataOutput out) throws IOException {
        window.write(out);
    }

    static RollingMean read(DataInput in, int period) throws IOException {
        return new RollingMean(period, Window.read(in, period + 1));
    }
}
