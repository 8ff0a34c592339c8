package credence.desktop.chart;

import credence.desktop.fx.FileChoice.Kind;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;

/// What can be done with every chart. Built twice: for the button in the header and for the right mouse button.
final class ChartMenu {

    private ChartMenu() {}

    static List<MenuItem> items(TimeChart chart) {
        CheckMenuItem table = new CheckMenuItem("Show as table");
        table.selectedProperty().bindBidirectional(chart.tableShownProperty());
        return List.of(
                item("Show all time", () -> chart.cursor().reset()),
                table,
                new SeparatorMenuItem(),
                item("Export as PNG…", () -> chart.export(Kind.PNG)),
                item("Export as SVG…", () -> chart.export(Kind.SVG)),
                item("Export data as CSV…", () -> chart.export(Kind.CSV)),
                item("Copy data", chart::copyData));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
