package credence.desktop.table;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// Title and filter field above a column, aligned like its cells.
final class ColumnHead extends VBox {

    ColumnHead(Column<?> column, FilterField field) {
        super(3);
        getStyleClass().add("column-head");
        Label title = new Label(column.title());
        title.setMaxWidth(Double.MAX_VALUE);
        title.setAlignment(SortFilterTable.alignment(column.kind()));
        String help = column.traits().help();
        title.setTooltip(
                new Tooltip(help.isEmpty() ? column.title() : column.title() + "\n" + help));
        field.setAlignment(SortFilterTable.alignment(column.kind()));
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(title, field);
    }
}
