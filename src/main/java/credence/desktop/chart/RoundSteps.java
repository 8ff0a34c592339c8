package credence.desktop.chart;

import credence.desktop.theme.Unit;

import java.util.stream.LongStream;

/// Distances between ticks that people can count in: 1, 2 or 5 times a power of ten.
final class RoundSteps {

    private static final int MOST = 50;
    private static final int FEWEST = 2;
    private static final int[] TIMES = {1, 2, 5};

    private RoundSteps() {}

    /// The smallest such distance with at most `count` ticks between low and high, or two where it would leave less: an axis without
    /// numbers cannot be read. Whole for whole things.
    static double step(double low, double high, int count, Unit unit) {
        if (unit.kind() == Unit.Kind.RESULT) {
            return 1;
        }
        double raw = (high - low) / count;
        if (!(raw > 0) || Double.isInfinite(raw)) {
            return 1;
        }
        int power = (int) Math.floor(Math.log10(raw));
        int times = 0;
        while (of(power, times) < raw) {
            times++;
        }
        double step = of(power, times);
        while (ticks(low, high, step).length < FEWEST) {
            double finer = of(power, --times);
            if (ticks(low, high, finer).length > Math.max(count, FEWEST)) {
                break;
            }
            step = finer;
        }
        boolean whole = unit.kind() == Unit.Kind.COUNT;
        // Ten to a negative power is not exact; this is the same number as its decimal writing.
        double written = Double.parseDouble(String.valueOf((float) step));
        return whole ? Math.max(1, Math.rint(written)) : written;
    }

    /// 1, 2, 5, 10, 20 … times a power of ten, by places up or down from it.
    private static double of(int power, int places) {
        int tens = Math.floorDiv(places, TIMES.length);
        return TIMES[Math.floorMod(places, TIMES.length)] * Math.pow(10, power + tens);
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
