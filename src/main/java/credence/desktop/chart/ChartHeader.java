package credence.desktop.chart;

import credence.desktop.theme.Hue;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import java.util.function.Function;

/// Title, legend and menu above a chart.
final class ChartHeader extends HBox {

    private static final int MOST_ENTRIES = 9;

    private final Label title = new Label();
    private final FlowPane legend = new FlowPane(12, 2);
    private final Function<Hue, Color> ink;

    ChartHeader(Function<Hue, Color> ink) {
        this.ink = ink;
        getStyleClass().add("chart-header");
        title.getStyleClass().add("chart-title-text");
        title.setMinWidth(Region.USE_PREF_SIZE);
        legend.getStyleClass().add("chart-legend-entries");
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(legend, Priority.ALWAYS);
        getChildren().setAll(title, legend);
    }

    void show(TimePicture picture) {
        title.setText(picture.title());
        legend.getChildren().clear();
        long shown =
                picture.layers().stream()
                        .filter(layer -> LegendSwatch.stands(layer))
                        .limit(MOST_ENTRIES)
                        .peek(layer -> legend.getChildren().add(entry(layer)))
                        .count();
        legend.setVisible(shown > 0);
    }

    private Label entry(Layer layer) {
        Label entry = new Label(layer.name(), LegendSwatch.of(layer, ink));
        entry.getStyleClass().add("chart-legend-entry");
        return entry;
    }
}
