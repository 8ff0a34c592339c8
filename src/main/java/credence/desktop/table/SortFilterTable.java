package credence.desktop.table;

import credence.desktop.fx.FileChoice;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A table of any length: sort, filter row, column chooser, remembered layout, copy, export, count and sums.
///
/// Rows are immutable and replaced as a whole; selection survives by identity. Ctrl+F opens the filter row, Ctrl+C
/// copies what is selected as tab-separated text, Enter or a double click opens a row.
/// All methods on the JavaFX thread.
///
/// @param <R> what a row is made of
public final class SortFilterTable<R> extends BorderPane {

    private static final double ROW_HEIGHT = 30;
    private static final double HEAD_MARGIN = 16;
    private static final double ARROW = 18;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final String name;
    private final List<Column<R>> columns;
    private final Function<? super R, ?> identity;
    private final LayoutMemory memory;
    private final Figures figures;
    private final FileChoice files;

    private final TableView<R> view = new TableView<>();
    private final ObservableList<R> shown = FXCollections.observableArrayList();
    private final Map<String, TextField> fields = new HashMap<>();
    private final BooleanProperty filtering = new SimpleBooleanProperty(this, "filtering", true);
    private final TableFooter footer;
    private List<R> rows = List.of();
    private Consumer<? super R> opened = row -> {};
    private boolean arranging;

    /// @param name under which the layout is remembered, such as `journal.trades`
    /// @param identity what stays the same of a row when rows are replaced, such as its key
    public SortFilterTable(
            String name,
            List<Column<R>> columns,
            Function<? super R, ?> identity,
            LayoutMemory memory,
            Figures figures,
            FileChoice files) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.identity = identity;
        this.memory = memory;
        this.figures = figures;
        this.files = files;
        getStyleClass().add("sort-filter-table");
        getStylesheets()
                .add(
                        Objects.requireNonNull(SortFilterTable.class.getResource("table.css"))
                                .toExternalForm());
        for (Column<R> column : this.columns) {
            view.getColumns().add(viewColumn(column));
        }
        view.setItems(shown);
        view.setFixedCellSize(ROW_HEIGHT);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setPlaceholder(new Label("Nothing to show yet."));
        footer = new TableFooter(this, this.columns, view);
        view.setSortPolicy(
                table -> {
                    arrange();
                    return true;
                });
        view.setRowFactory(table -> openable());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        filtering.subscribe((before, now) -> arrange());
        setCenter(view);
        setBottom(footer);
        recall();
        Runnable remember = this::remember;
        view.getColumns()
                .forEach(
                        column -> {
                            column.widthProperty().subscribe(remember);
                            column.visibleProperty().subscribe(remember);
                        });
        view.getColumns().subscribe(remember);
        view.getSortOrder().subscribe(remember);
    }

    /// Replaces the rows; filter, sort and selection stay.
    public void rows(List<R> newRows) {
        rows = List.copyOf(newRows);
        arrange();
    }

    /// All rows, filtered or not.
    public List<R> rows() {
        return rows;
    }

    /// The rows as filtered and sorted. Not to be changed.
    public ObservableList<R> shown() {
        return FXCollections.unmodifiableObservableList(shown);
    }

    /// The row last selected; null when none is.
    public ReadOnlyObjectProperty<R> selectedProperty() {
        return view.getSelectionModel().selectedItemProperty();
    }

    /// All selected rows, in the table's order.
    public ObservableList<R> selection() {
        return view.getSelectionModel().getSelectedItems();
    }

    /// Selects the first shown row for which this holds and scrolls to it; nothing happens when there is none.
    public void select(Predicate<? super R> wanted) {
        for (int i = 0; i < shown.size(); i++) {
            if (wanted.test(shown.get(i))) {
                view.getSelectionModel().clearAndSelect(i);
                view.scrollTo(Math.max(0, i - 3));
                return;
            }
        }
    }

    /// Selects nothing.
    public void clearSelection() {
        view.getSelectionModel().clearSelection();
    }

    /// What Enter or a double click on a row does.
    public void onOpen(Consumer<? super R> action) {
        opened = action;
    }

    /// What stands where the rows would be while there are none.
    public void placeholder(javafx.scene.Node node) {
        view.setPlaceholder(node);
    }

    /// Whether the filter row is open.
    public BooleanProperty filteringProperty() {
        return filtering;
    }

    /// Sets what is typed above a column.
    ///
    /// @throws IllegalArgumentException when there is no such column
    public void filter(String column, String typed) {
        field(column).setText(typed);
    }

    /// Empties every filter.
    public void clearFilters() {
        arranging = true;
        fields.values().forEach(TextField::clear);
        arranging = false;
        arrange();
    }

    /// Sorts by one column.
    ///
    /// @throws IllegalArgumentException when there is no such column
    public void sort(String column, boolean ascending) {
        TableColumn<R, ?> sorted =
                view.getColumns().stream()
                        .filter(candidate -> candidate.getId().equals(column))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no column " + column));
        sorted.setSortType(
                ascending ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
        view.getSortOrder().setAll(List.of(sorted));
        view.sort();
    }

    /// Puts the keyboard into the filter row.
    public void focusFilter() {
        filtering.set(true);
        view.getVisibleLeafColumns().stream()
                .findFirst()
                .ifPresent(first -> field(first.getId()).requestFocus());
    }

    /// The selected rows, or all shown ones, as tab-separated text with a header.
    public String tabSeparated() {
        List<R> wanted = selection().isEmpty() ? shown : selection();
        return new TableText<>(visibleColumns()).tabSeparated(wanted);
    }

    /// Everything shown as CSV text, in the order shown.
    public String commaSeparated() {
        return new TableText<>(visibleColumns()).commaSeparated(shown);
    }

    /// Asks where and writes what is shown.
    void export() {
        Optional<Path> target =
                files.save(
                        getScene() == null ? null : getScene().getWindow(),
                        "Export the shown rows",
                        name,
                        FileChoice.Kind.CSV);
        target.ifPresent(
                file -> {
                    try {
                        Files.writeString(file, commaSeparated(), StandardCharsets.UTF_8);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }

    TableView<R> view() {
        return view;
    }

    /// The visible columns in display order.
    List<Column<R>> visibleColumns() {
        return view.getVisibleLeafColumns().stream().map(this::columnOf).toList();
    }

    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(tabSeparated());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void arrange() {
        if (arranging) {
            return;
        }
        arranging = true;
        try {
            List<Rows.Condition<R>> conditions = new ArrayList<>();
            for (Column<R> column : columns) {
                conditionOf(column).ifPresent(conditions::add);
            }
            List<Rows.Order<R>> orders =
                    view.getSortOrder().stream()
                            .map(
                                    sorted ->
                                            new Rows.Order<>(
                                                    columnOf(sorted),
                                                    sorted.getSortType()
                                                            == TableColumn.SortType.ASCENDING))
                            .toList();
            Set<Object> selected = new HashSet<>();
            selection().forEach(row -> selected.add(identity.apply(row)));
            shown.setAll(Rows.arrange(rows, conditions, orders));
            reselect(selected);
            footer.show(count(), sums());
        } finally {
            arranging = false;
        }
    }

    private void reselect(Set<Object> identities) {
        view.getSelectionModel().clearSelection();
        if (identities.isEmpty()) {
            return;
        }
        int[] found =
                IntStream.range(0, shown.size())
                        .filter(i -> identities.contains(identity.apply(shown.get(i))))
                        .toArray();
        if (found.length > 0) {
            view.getSelectionModel().selectIndices(found[0], found);
        }
    }

    private Optional<Rows.Condition<R>> conditionOf(Column<R> column) {
        TextField field = field(column.id());
        String typed = filtering.get() ? field.getText() : "";
        if (typed.isBlank()) {
            field.pseudoClassStateChanged(FilterField.WRONG, false);
            return Optional.empty();
        }
        int scale = column.unit().kind() == Unit.Kind.SHARE ? 100 : 1;
        Optional<Predicate<Object>> predicate =
                RowFilter.parse(column.kind(), typed, scale, figures.zone());
        field.pseudoClassStateChanged(FilterField.WRONG, predicate.isEmpty());
        return predicate.map(holds -> new Rows.Condition<>(column, holds));
    }

    private String count() {
        String all = figures.count(rows.size()) + (rows.size() == 1 ? " row" : " rows");
        return shown.size() == rows.size() ? all : figures.count(shown.size()) + " of " + all;
    }

    private List<String> sums() {
        List<String> texts = new ArrayList<>();
        for (Column<R> column : columns) {
            if (column.traits().summed()) {
                Rows.sums(column, shown)
                        .forEach(
                                (currency, sum) ->
                                        texts.add(
                                                column.title()
                                                        + " "
                                                        + figures.sum(sum)
                                                        + (currency.isEmpty()
                                                                ? ""
                                                                : " " + currency)));
            }
        }
        return texts;
    }

    private TableColumn<R, R> viewColumn(Column<R> column) {
        TableColumn<R, R> made = new TableColumn<>();
        made.setId(column.id());
        made.setPrefWidth(column.traits().width());
        made.setVisible(column.traits().visible());
        made.setMinWidth(40);
        made.setCellValueFactory(
                cell -> new javafx.beans.property.ReadOnlyObjectWrapper<>(cell.getValue()));
        made.setCellFactory(unused -> new ColumnCell<>(column, figures));
        FilterField field = new FilterField(column.title(), column.kind());
        field.visibleProperty().bind(filtering);
        field.managedProperty().bind(filtering);
        field.textProperty().subscribe((before, now) -> arrange());
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
        fields.put(column.id(), field);
        return made;
    }

    private TableRow<R> openable() {
        TableRow<R> row = new TableRow<>();
        row.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2 && !row.isEmpty()) {
                        opened.accept(row.getItem());
                    }
                });
        return row;
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextField;
        R selected = selectedProperty().get();
        if (FIND.match(event)) {
            focusFilter();
            event.consume();
        } else if (COPY.match(event) && !typing) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && selected != null && !typing) {
            opened.accept(selected);
            event.consume();
        }
    }

    private void recall() {
        memory.recall(name)
                .flatMap(TableLayout::decode)
                .ifPresent(
                        layout -> {
                            List<TableColumn<R, ?>> ordered = new ArrayList<>();
                            for (TableLayout.Place place : layout.columns()) {
                                viewColumnOf(place.id())
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
                                viewColumnOf(sort.id())
                                        .ifPresent(
                                                column -> {
                                                    column.setSortType(
                                                            sort.ascending()
                                                                    ? TableColumn.SortType.ASCENDING
                                                                    : TableColumn.SortType
                                                                            .DESCENDING);
                                                    view.getSortOrder().add(column);
                                                });
                            }
                        });
    }

    private void remember() {
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
        memory.remember(name, new TableLayout(places, sorts).encode());
    }

    private Optional<TableColumn<R, ?>> viewColumnOf(String id) {
        return view.getColumns().stream().filter(column -> column.getId().equals(id)).findFirst();
    }

    private Column<R> columnOf(TableColumn<R, ?> made) {
        return columns.stream()
                .filter(column -> column.id().equals(made.getId()))
                .findFirst()
                .orElseThrow();
    }

    private TextField field(String column) {
        TextField field = fields.get(column);
        if (field == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return field;
    }

    static Pos alignment(Column.Kind kind) {
        return kind == Column.Kind.NUMBER || kind == Column.Kind.BAR
                ? Pos.CENTER_RIGHT
                : Pos.CENTER_LEFT;
    }
}
