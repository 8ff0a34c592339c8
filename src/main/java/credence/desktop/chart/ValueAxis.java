package credence.desktop.chart;

import credence.desktop.theme.Figures;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

import javafx.util.StringConverter;

/// chartfx's vertical axis with round steps and figures as the rest of the program writes them.
final class ValueAxis extends DefaultNumericAxis {

    /// Charts above each other must begin at the same place, else the linked cursor would not line up.
    private static final double WIDTH = 76;

    static final double PIXELS_A_TICK = 26;

    private ValueScale scale;
    private double step = 1;
    private double floor = Double.NEGATIVE_INFINITY;

    ValueAxis(ValueScale scale, Figures figures) {
        super(scale.title(), 0, 1, 1);
        this.scale = scale;
        setAutoRanging(false);
        setMinorTickCount(0);
        setUnit(null);
        setTickLabelFormatter(
                new StringConverter<>() {
                    @Override
                    public String toString(Number tick) {
                        return figures.tick(tick.doubleValue(), step, ValueAxis.this.scale.unit());
                    }

                    @Override
                    public Number fromString(String text) {
                        throw new UnsupportedOperationException("ticks are not typed in");
                    }
                });
    }

    /// @param titled whether there is room for the title
    void show(ValueScale newScale, boolean titled, ValueFit fit) {
        scale = newScale;
        floor = fit.floor();
        setName(titled ? newScale.title() : "");
        set(fit.low(), fit.high());
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList tickValues) {
        double low = range.getMin();
        double high = range.getMax();
        if (!(high > low)) {
            return;
        }
        int count = (int) Math.clamp(range.getAxisLength() / PIXELS_A_TICK, 2, 12);
        step = RoundSteps.step(low, high, count, scale.unit());
        for (double tick : RoundSteps.ticks(Math.max(low, floor), high, step)) {
            tickValues.add(tick);
        }
    }

    @Override
    protected void calculateMinorTickValues(DoubleArrayList tickValues) {
        // none: the grid is calm enough to read without
    }

    @Override
    protected double computePrefWidth(double height) {
        // Called for its side effect as well: chartfx places labels while it measures.
        return Math.max(WIDTH, super.computePrefWidth(height));
    }
}
