package credence.desktop.chart;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.util.List;

/// Charts above each other on one time axis, labelled only under the lowest.
public final class ChartStack extends VBox {

    /// @param charts from top to bottom, at least one, all with the same cursor
    public ChartStack(List<TimeChart> charts) {
        if (charts.isEmpty()) {
            throw new IllegalArgumentException("a stack needs a chart");
        }
        getStyleClass().add("chart-stack");
        for (TimeChart chart : charts) {
            if (chart.cursor() != charts.getFirst().cursor()) {
                throw new IllegalArgumentException("stacked charts share one cursor");
            }
            chart.timeLabelsShown(chart == charts.getLast());
            VBox.setVgrow(chart, Priority.ALWAYS);
        }
        getChildren().setAll(charts);
    }
}
