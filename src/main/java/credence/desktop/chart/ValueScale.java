package credence.desktop.chart;

import credence.desktop.theme.Unit;

import java.util.Optional;

/// What the vertical axis of a chart means and how far it reaches.
///
/// @param title what is measured, with its unit, such as "Edge, mean R per trade"
/// @param zeroLine whether zero always is in view and drawn
/// @param low never show less than this, such as 0 for a share; absent for no bound
/// @param high never show more than this
public record ValueScale(
        String title, Unit unit, boolean zeroLine, Optional<Double> low, Optional<Double> high) {

    /// Shares between nought and one, shown in per cent.
    public static ValueScale share(String title) {
        return new ValueScale(title, Unit.SHARE, false, Optional.of(0.0), Optional.of(1.0));
    }

    /// Values of either sign around a drawn zero.
    public static ValueScale signed(String title, Unit unit) {
        return new ValueScale(title, unit, true, Optional.empty(), Optional.empty());
    }

    /// Values from zero upwards.
    public static ValueScale fromZero(String title, Unit unit) {
        return new ValueScale(title, unit, true, Optional.of(0.0), Optional.empty());
    }

    /// Any values, zero not forced into view.
    public static ValueScale free(String title, Unit unit) {
        return new ValueScale(title, unit, false, Optional.empty(), Optional.empty());
    }

    /// Won, break-even and lost as three lanes.
    public static ValueScale results() {
        return new ValueScale("Result", Unit.RESULT, false, Optional.of(-1.6), Optional.of(1.6));
    }
}
