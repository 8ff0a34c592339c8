package credence.core.market;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/// Wilder's directional indicators +DI and −DI and their average directional index ADX, each 0…100, with the seeding of TA-Lib.
///
/// A candle whose high rises more than its low falls moves up by that rise, one whose low falls more moves down by that fall; equal ones, up to rounding, move neither way. Moves and
/// true ranges are summed over the first n − 1 changes, then sum − sum ÷ n + new; ±DI = 100 · move ÷ range from candle index n on.
/// DX = 100 · |+DI − −DI| ÷ (+DI + −DI). The first ADX is the mean of n DX, at candle index 2n − 1 (27 for n = 14), then
/// (ADX·(n − 1) + DX) ÷ n. Without any range the DI are 0; a candle without a DX leaves the ADX as it was.
/// Source: Wilder (1978); seeding of TA-Lib (ta_ADX.c). Checked against: indicator.di14.wilder, TA-Lib's test_adx.c.
final class DirectionalMovement {

    /// Share of a price below which two decimal prices differ by rounding only.
    private static final double SAME = 1e-12;

    private final int period;
    private int seen;
    private double highBefore;
    private double lowBefore;
    private double closeBefore;
    private double up;
    private double down;
    private double range;
    private double plus;
    private double minus;
    private double index;

    DirectionalMovement(int period) {
        this.period = period;
    }

    void add(double high, double low, double close) {
        if (seen > 0) {
            move(
                    high - highBefore,
                    lowBefore - low,
                    SAME * Math.max(Math.abs(high), Math.abs(lowBefore)),
                    AverageTrueRange.trueRange(high, low, closeBefore));
        }
        highBefore = high;
        lowBefore = low;
        closeBefore = close;
        seen++;
    }

    /// @param blur what rounding makes of prices that are equal: differences below it are none, so that prices in another unit move alike
    private void move(double rise, double fall, double blur, double trueRange) {
        up = summed(up, rise - fall > blur && rise > blur ? rise : 0);
        down = summed(down, fall - rise > blur && fall > blur ? fall : 0);
        range = summed(range, trueRange);
        if (seen < period) {
            return;
        }
        plus = range > 0 ? share(up) : 0;
        minus = range > 0 ? share(down) : 0;
        double both = plus + minus;
        if (both > 0) {
            double dx = 100 * (Math.abs(plus - minus) / both);
            index = seen < 2 * period ? index + dx / period : (index * (period - 1) + dx) / period;
        }
    }

    private double summed(double sum, double value) {
        return seen < period ? sum + value : sum - sum / period + value;
    }

    /// At most 100: rounding could take it above by a bit.
    private double share(double move) {
        return Math.min(100, 100 * (move / range));
    }

    OptionalDouble plusDi() {
        return seen <= period ? OptionalDouble.empty() : Finite.of(plus);
    }

    OptionalDouble minusDi() {
        return seen <= period ? OptionalDouble.empty() : Finite.of(minus);
    }

    OptionalDouble adx() {
        return seen < 2 * period ? OptionalDouble.empty() : Finite.of(Math.min(100, index));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(seen);
        for (double number :
                new double[] {
                    highBefore, lowBefore, closeBefore, up, down, range, plus, minus, index
                }) {
            out.writeDouble(number);
        }
    }

    static DirectionalMovement read(DataInput in, int period) throws IOException {
        DirectionalMovement d = new DirectionalMovement(period);
        d.seen = in.readInt();
        d.highBefore = in.readDouble();
        d.lowBefore = in.readDouble();
        d.closeBefore = in.readDouble();
        d.up = in.readDouble();
        d.down = in.readDouble();
        d.range = in.readDouble();
        d.plus = in.readDouble();
        d.minus = in.readDouble();
        d.index = in.readDouble();
        return d;
    }
}
