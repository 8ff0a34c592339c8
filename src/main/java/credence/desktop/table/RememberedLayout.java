package credence.desktop.table;

import credence.desktop.fx.Showing;

import javafx.animation.PauseTransition;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps a view arranged as the trader left it. Remembers when a change has settled or the view is no longer shown, not
/// at every pixel of a drag.
final class RememberedLayout<R> {

    private static final Duration SETTLED = Duration.millis(400);

    private final String table;
    private final LayoutMemory memory;
    private final TableView<R> view;
    private final PauseTransition settling = new PauseTransition(SETTLED);
    private boolean changed;

    /// Arranges the view as remembered, then begins to watch it.
    RememberedLayout(String table, LayoutMemory memory, TableView<R> view) {
        this.table = table;
        this.memory = memory;
        this.view = view;
        memory.recall(table).flatMap(TableLayout::decode).ifPresent(this::arrange);
        settling.setOnFinished(event -> remember());
        for (TableColumn<R, ?> column : view.getColumns()) {
            column.widthProperty().subscribe(this::change);
            column.visibleProperty().subscribe(this::change);
        }
        view.getColumns().subscribe(this::change);
        view.getSortOrder().subscribe(this::change);
        Showing.of(view)
                .subscribe(
                        showing -> {
                            if (!showing) {
                                remember();
                            }
                        });
    }

    private void change() {
        changed = true;
        settling.playFromStart();
    }

    private void remember() {
        settling.stop();
        if (changed) {
            changed = false;
            memory.remember(table, layout().encode());
        }
    }

    private TableLayout layout() {
        List<TableLayout.Place> places =
                view.getColumns().stream()
                        .map(
                                column ->
                                        new TableLayout.Place(
                                                column.getId(),
                                                (int) Math.round(column.getWidth()),
                                                column.isVisible()))
                        .toList();
        List<TableLayout.Sort> sorts =
                view.getSortOrder().stream()
                        .map(
                                column ->
                                        new TableLayout.Sort(
                                                column.getId(),
                                                column.getSortType()
                                                        == TableColumn.SortType.ASCENDING))
                        .toList();
        return new TableLayout(places, sorts);
    }

    private void arrange(TableLayout layout) {
        List<TableColumn<R, ?>> ordered = new ArrayList<>();
        for (TableLayout.Place place : layout.columns()) {
            column(place.id())
                    .ifPresent(
                            column -> {
                                column.setPrefWidth(place.width());
                                column.setVisible(place.visible());
                                ordered.add(column);
                            });
        }
        // Columns newer than the remembered layout stand at the end.
        view.getColumns().stream()
                .filter(column -> !ordered.contains(column))
                .toList()
                .forEach(ordered::add);
        view.getColumns().setAll(ordered);
        for (TableLayout.Sort sort : layout.sort()) {
            column(sort.id())
                    .ifPresent(
                            column -> {
                                column.setSortType(
                                        sort.ascending()
                                                ? TableColumn.SortType.ASCENDING
                                                : TableColumn.SortType.DESCENDING);
                                view.getSortOrder().add(column);
                            });
        }
    }

    private Optional<TableColumn<R, ?>> column(String id) {
        return view.getColumns().stream().filter(column -> column.getId().equals(id)).findFirst();
    }
}
