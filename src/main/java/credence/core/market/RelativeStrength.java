package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/// Wilder's relative strength index, 0…100.
///
/// 100 · average gain ÷ (average gain + average loss) of closing prices; the first averages are plain means of n changes, then
/// (average·(n − 1) + new) ÷ n. First value at candle index n. 50 when nothing has moved at all (TA-Lib gives 0 there).
/// Source: Wilder (1978). Checked against: indicator.rsi14.wilder.
public final class RelativeStrength {

    private final int period;
    private int seen;
    private double closeBefore;
    private double gain;
    private double loss;

    public RelativeStrength(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("a period of at least 1, not " + period);
        }
        this.period = period;
    }

    public void add(double close) {
        if (seen > 0) {
            double change = close - closeBefore;
            gain = averaged(gain, Math.max(change, 0));
            loss = averaged(loss, Math.max(-change, 0));
        }
        closeBefore = close;
        seen++;
    }

    private double averaged(double average, double value) {
        return seen <= period
                ? average + value / period
                : (average * (period - 1) + value) / period;
    }

    public OptionalDouble value() {
        if (seen <= period) {
            return OptionalDouble.empty();
        }
        double moved = gain + loss;
        return moved == 0 ? OptionalDouble.of(50) : Finite.of(100 * (gain / moved));
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(seen);
        out.writeDouble(closeBefore);
        out.writeDouble(gain);
        out.writeDouble(loss);
    }

    public static RelativeStrength read(DataInput in, int period) throws IOException {
        RelativeStrength rsi = new RelativeStrength(period);
        rsi.seen = in.readInt();
        rsi.closeBefore = in.readDouble();
        rsi.gain = in.readDouble();
        rsi.loss = in.readDouble();
        return rsi;
    }
}
