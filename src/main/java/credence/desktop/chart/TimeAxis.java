package credence.desktop.chart;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

import javafx.util.StringConverter;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// chartfx's horizontal axis, in milliseconds since 1970 UTC, with calendar ticks of a zone.
final class TimeAxis extends DefaultNumericAxis {

    static final double PIXELS_A_TICK = 64;

    private boolean compact;
    private final CalendarTicks calendar;
    private final Map<Double, String> labels = new HashMap<>();

    TimeAxis(ZoneId zone) {
        super(title(zone), 0, 1, 1);
        calendar = new CalendarTicks(zone);
        setAutoRanging(false);
        setMinorTickCount(0);
        // Without a unit of its own chartfx writes "[]" behind the title.
        setUnit(null);
        setTickLabelFormatter(
                new StringConverter<>() {
                    @Override
                    public String toString(Number tick) {
                        return labels.getOrDefault(tick.doubleValue(), "");
                    }

                    @Override
                    public Number fromString(String text) {
                        throw new UnsupportedOperationException("ticks are not typed in");
                    }
                });
    }

    static String title(ZoneId zone) {
        return "Time, " + zone.getId();
    }

    void labelled(boolean shown) {
        getTickLabelStyle().setVisible(shown);
        getAxisLabel().setVisible(shown);
        requestAxisLayout();
    }

    /// In one line: the year beside the month, and no zone where it stands elsewhere.
    void compact() {
        compact = true;
        setName("");
    }

    void show(TimeRange range) {
        set((double) range.from(), (double) range.to());
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList tickValues) {
        labels.clear();
        if (range.getMax() <= range.getMin()) {
            return;
        }
        TimeRange shown = new TimeRange((long) range.getMin(), (long) range.getMax());
        int count = (int) Math.clamp(range.getAxisLength() / PIXELS_A_TICK, 1, 20);
        for (CalendarTicks.Tick tick : calendar.ticks(shown, count)) {
            labels.put(
                    (double) tick.time(), compact ? tick.label().replace('\n', ' ') : tick.label());
            tickValues.add((double) tick.time());
        }
    }

    @Override
    protected void calculateMinorTickValues(DoubleArrayList tickValues) {
        // none: a calendar has no tenths
    }
}
