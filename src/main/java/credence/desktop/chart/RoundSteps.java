package credence.desktop.chart;

import credence.desktop.theme.Unit;

/// Distances between ticks that people can count in: 1, 2 or 5 times a power of ten.
final class RoundSteps {

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
}
