package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/// Wilder's average true range, in price.
///
/// True range = the longest of high − low, |high − close before|, |low − close before|; the first candle has none. The first average is
/// the plain mean of true ranges 1…n, then (average·(n − 1) + true range) ÷ n. First value at candle index n (the n + 1-th candle).
/// Source: Wilder (1978), "New Concepts in Technical Trading Systems". Checked against: indicator.atr14.wilder.
public final class AverageTrueRange {

    private final int period;
    private int seen;
    private double closeBefore;
    private double average;

    public AverageTrueRange(int period) {
        this.period = period;
    }

    public void add(double high, double low, double close) {
        if (seen > 0) {
            double range = trueRange(high, low, closeBefore);
            average =
                    seen <= period
                            ? average + range / period
                            : (average * (period - 1) + range) / period;
        }
        closeBefore = close;
        seen++;
    }

    public OptionalDouble value() {
        return seen <= period ? OptionalDouble.empty() : Finite.of(average);
    }

    static double trueRange(double high, double low, double closeBefore) {
        return Math.max(high, closeBefore) - Math.min(low, closeBefore);
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(seen);
        out.writeDouble(closeBefore);
        out.writeDouble(average);
    }

    public static AverageTrueRange read(DataInput in, int period) throws IOException {
        AverageTrueRange atr = new AverageTrueRange(period);
        atr.seen = in.readInt();
        atr.closeBefore = in.readDouble();
        atr.average = in.readDouble();
        return atr;
    }
}
