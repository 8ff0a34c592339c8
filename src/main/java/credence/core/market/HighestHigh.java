package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Highest high of the last n days that have candles, the day of the newest candle among them.
///
/// A candle belongs to the day of UTC in which it opened. Days without candles (weekends, holidays, gaps) do not count. On intraday
/// candles the window thus holds the day so far and the n − 1 days with candles before it, each whole. From the first candle on it is
/// the highest high of what there is.
///
/// Only days that can still become the highest are kept, each higher than those after it: one step costs O(1) on average and O(n) at
/// most.
final class HighestHigh {

    private final long[] ordinals;
    private final double[] highs;
    private int first;
    private int count;
    private long day = Long.MIN_VALUE;
    private long days;

    /// @param period n, at least 1
    HighestHigh(int period) {
        ordinals = new long[period];
        highs = new double[period];
    }

    /// @param epochDay of the candle's opening; not before that of the last
    void add(long epochDay, double high) {
        if (epochDay != day) {
            day = epochDay;
            days++;
            if (count > 0 && ordinals[first] <= days - ordinals.length) {
                first = place(1);
                count--;
            }
        }
        while (count > 0 && highs[place(count - 1)] <= high) {
            count--;
        }
        if (count == 0 || ordinals[place(count - 1)] != days) {
            int last = place(count);
            ordinals[last] = days;
            highs[last] = high;
            count++;
        }
    }

    /// @throws IllegalStateException before the first candle
    double value() {
        if (count == 0) {
            throw new IllegalStateException("no candle yet");
        }
        return highs[first];
    }

    private int place(int i) {
        int place = first + i;
        return place < highs.length ? place : place - highs.length;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(day);
        out.writeLong(days);
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            out.writeLong(ordinals[place(i)]);
            out.writeDouble(highs[place(i)]);
        }
    }

    static HighestHigh read(DataInput in, int period) throws IOException {
        HighestHigh h = new HighestHigh(period);
        h.day = in.readLong();
        h.days = in.readLong();
        h.count = in.readInt();
        for (int i = 0; i < h.count; i++) {
            h.ordinals[i] = in.readLong();
            h.highs[i] = in.readDouble();
        }
        return h;
    }
}
