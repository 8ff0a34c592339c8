package credence.desktop.chart;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import credence.desktop.theme.Hue;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Title, legend, notice and menu above a chart.
final class ChartHeader extends HBox {

    /// Names of bots can be long and differ only at their ends.
    private static final double WIDEST_ENTRY = 190;

    /// A regime with its share of the time and its result.
    private static final double WIDEST_RIBBON = 300;

    private final Label title = new Label();
    private final Label notice = new Label();
    private final FlowPane flow = new FlowPane(14, 2);
    private boolean compact;
    private final MenuButton menu = new MenuButton("", new FontIcon("fth-more-vertical"));
    private final Function<Hue, Color> ink;

    ChartHeader(TimeChart chart, Function<Hue, Color> ink) {
        this.ink = ink;
        getStyleClass().add("chart-header");
        title.getStyleClass().add("chart-title-text");
        notice.getStyleClass().add("muted");
        flow.setAlignment(Pos.CENTER_LEFT);
        flow.setMinWidth(0);
        HBox.setHgrow(flow, Priority.ALWAYS);
        menu.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Tweaks.NO_ARROW, "chart-menu");
        menu.setAccessibleText("What can be done with this chart");
        menu.getItems().setAll(ChartMenu.items(chart));
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(flow, notice, menu);
    }

    /// The title above the legend, and of ribbons no more than letter and share: their names stand in the tooltips.
    void compact() {
        compact = true;
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        flow.setHgap(8);
        VBox lines = new VBox(new HBox(title, notice, menu), flow);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getStyleClass().add("compact");
        getChildren().setAll(lines);
    }

    void show(TimePicture picture) {
        title.setText(picture.title());
        List<Label> entries = new ArrayList<>();
        if (compact) {
            title.setTooltip(new Tooltip(picture.title()));
        } else {
            entries.add(title);
        }
        LegendSwatch.entries(picture).forEach(layer -> entries.add(entry(layer)));
        long others = LegendSwatch.others(picture);
        if (others > 0) {
            entries.add(entry(others == 1 ? "1 other" : others + " others"));
        }
        flow.getChildren().setAll(entries);
    }

    /// Tells what became of the last action.
    void say(String text) {
        notice.setText(text);
    }

    private Label entry(Layer layer) {
        Label entry = entry(LegendSwatch.words(layer));
        if (layer instanceof Layer.Ribbon ribbon) {
            entry.setMaxWidth(WIDEST_RIBBON);
            if (compact) {
                entry.setText(ribbon.letter() + " " + ribbon.note());
            }
        }
        entry.setGraphic(LegendSwatch.of(layer, ink));
        return entry;
    }

    private static Label entry(String text) {
        Label entry = new Label(text);
        entry.getStyleClass().add("chart-legend-entry");
        entry.setTooltip(new Tooltip(text));
        entry.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        entry.setMaxWidth(WIDEST_ENTRY);
        return entry;
    }
}
