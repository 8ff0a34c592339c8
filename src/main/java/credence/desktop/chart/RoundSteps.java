package credence.desktop.chart;

import credence.desktop.theme.Unit;

import java.util.stream.LongStream;

/// Distances between ticks that people can count in: 1, 2 or 5 times a power of ten.
final class RoundSteps {

    private static final int MOST = 50;

    private RoundSteps() {}

    /// The smallest such distance with at most `count` ticks between low and high; whole for whole things.
    static double step(double low, double high, int count, Unit unit) {
        if (unit.kind() == Unit.Kind.RESULT) {
            return 1;
        }
        double raw = (high - low) / count;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (int times : new int[] {5, 2, 1}) {
            if (times * power >= raw) {
                step = times * power;
            }
        }
        boolean whole = unit.kind() == Unit.Kind.COUNT;
        // Ten to a negative power is not exact; this is the same number as its decimal writing.
        double written = Double.parseDouble(String.valueOf((float) step));
        return whole ? Math.max(1, Math.rint(written)) : written;
    }

    /// The multiples of a step from low to high, both included.
    static double[] ticks(double low, double high, double step) {
        // A little slack: a bound that was meant to be a multiple may fall short of it by a
        // rounding error.
        long first = (long) Math.ceil(low / step - 1e-9);
        long last = (long) Math.floor(high / step + 1e-9);
        return LongStream.rangeClosed(first, Math.min(last, first + MOST))
                .mapToDouble(i -> i * step)
                .toArray();
    }
}
