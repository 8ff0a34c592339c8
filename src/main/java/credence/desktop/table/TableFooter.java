package credence.desktop.table;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.List;

/// Count and sums on the left; filter, columns, copy and export on the right.
final class TableFooter extends HBox {

    private final Label count = new Label();
    private final Label sums = new Label();

    TableFooter(SortFilterTable<?> table, TableView<?> view) {
        getStyleClass().add("table-footer");
        setAlignment(Pos.CENTER_LEFT);
        count.getStyleClass().addAll("figures", "muted");
        sums.getStyleClass().add("figures");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton filter = new ToggleButton("Filter");
        filter.selectedProperty().bindBidirectional(table.filteringProperty());
        filter.setTooltip(new Tooltip("Shows a field above every column (Ctrl+F)"));
        MenuButton chooser = new MenuButton("Columns");
        for (TableColumn<?, ?> column : view.getColumns()) {
            CheckBox shown = new CheckBox(column.getText());
            shown.selectedProperty().bindBidirectional(column.visibleProperty());
            CustomMenuItem item = new CustomMenuItem(shown, false);
            chooser.getItems().add(item);
        }
        Button copy = new Button("Copy");
        copy.setTooltip(
                new Tooltip(
                        "Copies the selected rows, or all shown, as tab-separated text (Ctrl+C)"));
        copy.setOnAction(event -> table.copy());
        Button export = new Button("Export CSV…");
        export.setTooltip(new Tooltip("Writes the rows and columns shown, in full precision"));
        export.setOnAction(event -> table.export());
        getChildren().setAll(count, sums, gap, filter, chooser, copy, export);
    }

    void show(List<String> sumTexts, int shown, int all) {
        count.setText(
                shown == all
                        ? all + (all == 1 ? " row" : " rows")
                        : shown + " of " + all + " rows");
        sums.setText(sumTexts.isEmpty() ? "" : "Sum: " + String.join("  ·  ", sumTexts));
    }
}
