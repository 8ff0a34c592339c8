package credence.desktop.chart;

import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableListBase;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A chart as a table, for those who want the numbers or cannot see the picture. Rows are made as they are scrolled to.
final class TableTwin extends TableView<Integer> {

    private final Figures figures;

    TableTwin(TimePicture picture, Figures figures) {
        this.figures = figures;
        ChartTable table = ChartTable.of(picture);
        getStyleClass().addAll("chart-twin", "dense");
        setAccessibleText(picture.title() + " as a table. " + picture.summary());
        setFixedCellSize(26);
        setPlaceholder(new Label(picture.summary()));
        for (int column = 0; column < table.headers().size(); column++) {
            getColumns().add(column(table, column, picture.scale().unit()));
        }
        setItems(new Numbers(table.size()));
    }

    private TableColumn<Integer, Object> column(ChartTable table, int index, Unit unit) {
        TableColumn<Integer, Object> column = new TableColumn<>(table.headers().get(index));
        column.setSortable(false);
        column.setPrefWidth(162);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(table.cells().cell(row.getValue(), index)));
        column.setCellFactory(unused -> new TwinCell(unit));
        return column;
    }

    private final class TwinCell extends TableCell<Integer, Object> {

        private final Unit unit;

        TwinCell(Unit unit) {
            this.unit = unit;
            getStyleClass().add("figures");
        }

        @Override
        protected void updateItem(@Nullable Object item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? "" : text(item));
            setAlignment(item instanceof Double ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        private String text(@Nullable Object item) {
            return switch (item) {
                case null -> "";
                case Long moment -> figures.fullTime(Instant.ofEpochMilli(moment));
                case Double number -> figures.value(number, unit);
                case Object other -> other.toString();
            };
        }
    }

    /// The numbers 0 to n − 1 without storing them.
    private static final class Numbers extends ObservableListBase<Integer> {

        private final int size;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
