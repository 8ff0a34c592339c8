package credence.imports.formats.bars;

import credence.imports.RefusedRow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/// One bar as a file states it, its numbers checked by themselves.
///
/// @param line of the file
/// @param time of its open, UTC
/// @param again the other moment that its time may mean, where clocks show an hour twice
record BarRow(
        int line,
        Instant time,
        @Nullable Instant again,
        double open,
        double high,
        double low,
        double close,
        double volume) {

    private static final String CORRECT = "Correct the row, or load the bars again.";

    /// The figures of a bar, in the order in which files state them.
    enum Figure {
        OPEN,
        HIGH,
        LOW,
        CLOSE,
        VOLUME
    }

    /// Refuses a bar for one of its figures, naming where it stands and what stands there.
    @FunctionalInterface
    interface Complaint {
        RefusedRow refuse(Figure figure, String reason, String remedy);
    }

    /// @param figures open, high, low, close, volume; null where there is none
    /// @throws RefusedRow when a price is missing or not above zero, low and high do not enclose open and close, or the volume is
    ///     negative
    static BarRow checked(
            int line,
            Instant time,
            @Nullable Instant again,
            @Nullable BigDecimal[] figures,
            Complaint complaint)
            throws RefusedRow {
        double[] v = new double[figures.length];
        for (Figure f : Figure.values()) {
            v[f.ordinal()] = number(f, figures[f.ordinal()], complaint);
        }
        double low = v[2];
        double high = v[1];
        if (low > high) {
            throw complaint.refuse(Figure.LOW, "The low lies above the high.", CORRECT);
        }
        if (low > Math.min(v[0], v[3]) || high < Math.max(v[0], v[3])) {
            throw complaint.refuse(
                    low > Math.min(v[0], v[3]) ? Figure.LOW : Figure.HIGH,
                    "Open and close must lie between low and high.",
                    CORRECT);
        }
        return new BarRow(line, time, again, v[0], high, low, v[3], v[4]);
    }

    private static double number(Figure figure, @Nullable BigDecimal exact, Complaint complaint)
            throws RefusedRow {
        if (figure == Figure.VOLUME) {
            if (exact != null && exact.signum() < 0) {
                throw complaint.refuse(figure, "A volume below zero.", CORRECT);
            }
            return exact == null ? 0 : exact.doubleValue();
        }
        if (exact == null) {
            throw complaint.refuse(figure, "The price is missing.", CORRECT);
        }
        double value = exact.doubleValue();
        if (!(value > 0)) {
            throw complaint.refuse(
                    figure,
                    "A price must be above zero.",
                    CORRECT
                            + " Of prices that do fall to zero or below (spreads, some futures) no"
                            + " return can be measured.");
        }
        return value;
    }

    BarRow at(Instant other) {
        return new BarRow(line, other, null, open, high, low, close, volume);
    }

    BarRow within(double otherHigh, double otherLow) {
        return new BarRow(line, time, again, open, otherHigh, otherLow, close, volume);
    }

    boolean sameFigures(BarRow other) {
        return open == other.open
                && high == other.high
                && low == other.low
                && close == other.close
                && volume == other.volume;
    }
}
