package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/// How straight the way was: |close − close n before| ÷ sum of the n |changes|, 0 (back where it began) … 1 (never turned).
///
/// 0 when nothing moved. First value at candle index n. The sum of changes is exact, see [ExactSum].
/// Source: Kaufman (1995), "Smarter Trading".
final class EfficiencyRatio {

    /// A power of two that keeps sums of the largest doubles in range without losing a bit.
    private static final double SCALE = 0x1p-16;

    private final Window closes;
    private final ExactSum way = new ExactSum();

    EfficiencyRatio(int period) {
        this(new Window(period + 1));
    }

    private EfficiencyRatio(Window closes) {
        this.closes = closes;
        for (int i = 1; i < closes.count(); i++) {
            way.add(step(closes.get(i - 1), closes.get(i)));
        }
    }

    void add(double close) {
        if (closes.full()) {
            way.subtract(step(closes.get(0), closes.get(1)));
        }
        if (closes.count() > 0) {
            way.add(step(closes.newest(), close));
        }
        closes.add(close);
    }

    private static double step(double from, double to) {
        return Math.abs(to * SCALE - from * SCALE);
    }

    OptionalDouble value() {
        if (!closes.full()) {
            return OptionalDouble.empty();
        }
        double whole = way.value();
        return whole == 0
                ? OptionalDouble.of(0)
                : Finite.of(Math.min(1, step(closes.oldest(), closes.newest()) / whole));
    }

    void write(DataOutput out) throws IOException {
        closes.write(out);
    }

    static EfficiencyRatio read(DataInput in, int period) throws IOException {
        return new EfficiencyRatio(Window.read(in, period + 1));
    }
}
