package credence.desktop.table;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
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
    private final Label notice = new Label();

    /// @param columns in the order of the view's columns
    <R> TableFooter(SortFilterTable<R> table, List<Column<R>> columns, TableView<R> view) {
        getStyleClass().add("table-footer");
        setAlignment(Pos.CENTER_LEFT);
        count.getStyleClass().addAll("figures", "muted");
        count.setMinWidth(USE_PREF_SIZE);
        sums.getStyleClass().add("figures");
        notice.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton filter = new ToggleButton("Filter");
        filter.selectedProperty().bindBidirectional(table.filteringProperty());
        filter.setTooltip(new Tooltip("Shows a field above every column (Ctrl+F)"));
        MenuButton chooser = new MenuButton("Columns");
        chooser.setTooltip(new Tooltip("Chooses which columns are shown"));
        for (int i = 0; i < columns.size(); i++) {
            CheckBox shown = new CheckBox(columns.get(i).title());
            shown.selectedProperty().bindBidirectional(view.getColumns().get(i).visibleProperty());
            chooser.getItems().add(new CustomMenuItem(shown, false));
        }
        Button copy = new Button("Copy");
        copy.setTooltip(
                new Tooltip(
                        "Copies the selected rows, or all shown, as tab-separated text (Ctrl+C)"));
        copy.setOnAction(event -> table.copy());
        Button export = new Button("Export CSV…");
        export.setTooltip(new Tooltip("Writes the rows and columns shown, in full precision"));
        export.setOnAction(event -> table.export());
        for (var button : List.of(filter, chooser, copy, export)) {
            button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
            button.setMinWidth(USE_PREF_SIZE);
        }
        getChildren().setAll(count, sums, gap, notice, filter, chooser, copy, export);
    }

    void show(TableSums what) {
        count.setText(what.count());
        sums.setText(what.sums().isEmpty() ? "" : "Sum: " + String.join("  ·  ", what.sums()));
    }

    /// Tells what became of the last action.
    void say(String text) {
        notice.setText(text);
    }
}
