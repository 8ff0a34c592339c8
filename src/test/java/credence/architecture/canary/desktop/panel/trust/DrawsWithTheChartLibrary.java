package credence.architecture.canary.desktop.panel.trust;

import io.fair_acc.chartfx.XYChart;

public final class DrawsWithTheChartLibrary {
    XYChart chart;
}
