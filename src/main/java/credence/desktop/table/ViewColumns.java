package credence.desktop.table;

import credence.desktop.theme.Figures;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import java.util.List;

/// Our columns as columns of the view, and back.
final class ViewColumns<R> {

    private static final double JAVAFX_DEFAULT = 80;

    private static final double HEAD_MARGIN = 16;
    private static final double ARROW = 18;
    private static final double NARROWEST = 40;

    private final List<Column<R>> columns;
    private final TableView<R> view;
    private final Figures figures;

    ViewColumns(List<Column<R>> columns, TableView<R> view, FilterRow<R> filters, Figures figures) {
        this.columns = columns;
        this.view = view;
        this.figures = figures;
        for (Column<R> column : columns) {
            view.getColumns().add(made(column, filters.field(column)));
        }
    }

    /// The visible columns in display order.
    List<Column<R>> visible() {
        return view.getVisibleLeafColumns().stream().map(made -> named(made.getId())).toList();
    }

    /// The sort keys, most important first.
    List<Rows.Order<R>> orders() {
        return view.getSortOrder().stream()
                .map(
                        made ->
                                new Rows.Order<>(
                                        named(made.getId()),
                                        made.getSortType() == TableColumn.SortType.ASCENDING))
                .toList();
    }

    void sort(Column<R> column, boolean ascending) {
        TableColumn<R, ?> made =
                view.getColumns().stream()
                        .filter(candidate -> candidate.getId().equals(column.id()))
                        .findFirst()
                        .orElseThrow();
        made.setSortType(
                ascending ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
        view.getSortOrder().setAll(List.of(made));
        view.sort();
    }

    /// @throws IllegalArgumentException when there is no such column
    Column<R> named(String id) {
        return columns.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + id));
    }

    private TableColumn<R, R> made(Column<R> column, FilterField field) {
        TableColumn<R, R> made = new TableColumn<>();
        made.setId(column.id());
        double width = column.traits().width();
        // JavaFX takes its own default width for "none was wanted" and fits such a column to its
        // first rows.
        made.setPrefWidth(width == JAVAFX_DEFAULT ? width - 0.5 : width);
        made.setVisible(column.traits().visible());
        made.setMinWidth(NARROWEST);
        made.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        made.setCellFactory(unused -> new ColumnCell<>(column, figures));
        ColumnHead head = new ColumnHead(column, field);
        head.prefWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () ->
                                        made.getWidth()
                                                - HEAD_MARGIN
                                                - (view.getSortOrder().contains(made) ? ARROW : 0),
                                made.widthProperty(),
                                view.getSortOrder()));
        made.setGraphic(head);
        // Tab reaches filters of columns that are out of sight; they come into it.
        field.focusedProperty()
                .subscribe(
                        (_, focused) -> {
                            if (focused) {
                                view.scrollToColumn(made);
                            }
                        });
        return made;
    }
}
