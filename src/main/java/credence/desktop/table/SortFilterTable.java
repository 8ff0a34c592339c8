package credence.desktop.table;

import credence.desktop.fx.FileChoice;
import credence.desktop.fx.FileExport;
import credence.desktop.theme.Figures;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
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

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A table of any length: sort, filter row, column chooser, remembered layout, copy, export, count and sums.
///
/// Rows are immutable and replaced as a whole; selection survives by identity. Ctrl+F opens the filter row, Escape
/// empties a filter and then leaves the row, Ctrl+C copies what is selected as tab-separated text, Enter or a double
/// click opens a row. All methods on the JavaFX thread.
///
/// @param <R> what a row is made of
public final class SortFilterTable<R> extends BorderPane {

    private static final double ROW_HEIGHT = 30;
    private static final int CONTEXT = 3;
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final String name;
    private final List<Column<R>> columns;
    private final Function<? super R, ?> identity;
    private final Figures figures;
    private final FileChoice files;

    private final TableView<R> view = new TableView<>();
    private final ObservableList<R> shown = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<R> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final BooleanProperty filtering = new SimpleBooleanProperty(this, "filtering", true);
    private final FilterRow<R> filters;
    private final ViewColumns<R> viewColumns;
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
        this.figures = figures;
        this.files = files;
        filters = new FilterRow<>(this.columns, figures.zone());
        viewColumns = new ViewColumns<>(this.columns, view, filters, figures);
        footer = new TableFooter(this, this.columns, view);
        getStyleClass().add("sort-filter-table");
        getStylesheets()
                .add(
                        Objects.requireNonNull(SortFilterTable.class.getResource("table.css"))
                                .toExternalForm());
        setUpFilters();
        setUpView();
        setCenter(view);
        setBottom(footer);
        var unused = new RememberedLayout<>(name, memory, view);
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

    /// The row last selected; null when none is. Does not flicker while rows are replaced.
    public ReadOnlyObjectProperty<R> selectedProperty() {
        return selected.getReadOnlyProperty();
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
                view.scrollTo(Math.max(0, i - CONTEXT));
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
    public void placeholder(Node node) {
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
        filters.field(viewColumns.named(column)).setText(typed);
    }

    /// Empties every filter.
    public void clearFilters() {
        arranging = true;
        filters.clear();
        arranging = false;
        arrange();
    }

    /// Sorts by one column.
    ///
    /// @throws IllegalArgumentException when there is no such column
    public void sort(String column, boolean ascending) {
        viewColumns.sort(viewColumns.named(column), ascending);
    }

    /// Puts the keyboard into the filter row, above the first column of words: names are what people look for.
    public void focusFilter() {
        filtering.set(true);
        List<Column<R>> visible = viewColumns.visible();
        visible.stream()
                .filter(column -> column.kind() == Column.Kind.TEXT)
                .findFirst()
                .or(() -> visible.stream().findFirst())
                .ifPresent(column -> filters.field(column).requestFocus());
    }

    /// The selected rows, or all shown ones, as tab-separated text with a header.
    public String tabSeparated() {
        List<R> wanted = selection().isEmpty() ? shown : selection();
        return new TableText<>(viewColumns.visible()).tabSeparated(wanted);
    }

    /// Everything shown as CSV text, in the order shown.
    public String commaSeparated() {
        return new TableText<>(viewColumns.visible()).commaSeparated(shown);
    }

    /// Asks where and writes what is shown.
    void export() {
        var owner = getScene() == null ? null : getScene().getWindow();
        new FileExport(files)
                .save(owner, name, FileChoice.Kind.CSV, () -> FileExport.utf8(commaSeparated()))
                .ifPresent(footer::say);
    }

    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(tabSeparated());
        Clipboard.getSystemClipboard().setContent(content);
        int count = selection().isEmpty() ? shown.size() : selection().size();
        footer.say("Copied " + figures.count(count) + (count == 1 ? " row" : " rows"));
    }

    TableView<R> view() {
        return view;
    }

    /// The visible columns in display order.
    List<Column<R>> visibleColumns() {
        return viewColumns.visible();
    }

    private void setUpFilters() {
        filtering.subscribe((before, now) -> arrange());
        for (Column<R> column : columns) {
            FilterField field = filters.field(column);
            field.visibleProperty().bind(filtering);
            field.managedProperty().bind(filtering);
            field.textProperty().subscribe((before, now) -> arrange());
        }
    }

    private void setUpView() {
        view.setItems(shown);
        view.setFixedCellSize(ROW_HEIGHT);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.getSelectionModel()
                .selectedItemProperty()
                .subscribe((before, now) -> announceSelection());
        view.setPlaceholder(new Label("Nothing to show yet."));
        view.accessibleTextProperty().bind(accessibleTextProperty());
        view.setRowFactory(table -> openable());
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        view.setSortPolicy(
                table -> {
                    arrange();
                    return true;
                });
    }

    private void arrange() {
        if (arranging) {
            return;
        }
        arranging = true;
        try {
            Set<Object> identities = new HashSet<>();
            selection().forEach(row -> identities.add(identity.apply(row)));
            List<Rows.Condition<R>> conditions = filtering.get() ? filters.conditions() : List.of();
            shown.setAll(Rows.arrange(rows, conditions, viewColumns.orders()));
            reselect(identities);
            footer.show(TableSums.of(shown, rows.size(), columns, figures));
        } finally {
            arranging = false;
        }
        announceSelection();
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

    private void announceSelection() {
        if (!arranging) {
            selected.set(view.getSelectionModel().getSelectedItem());
        }
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
        boolean known = true;
        R row = selected.get();
        if (FIND.match(event)) {
            focusFilter();
        } else if (event.getTarget() instanceof TextField field) {
            known = event.getCode() == KeyCode.ESCAPE;
            if (known && field.getText().isEmpty()) {
                view.requestFocus();
            } else if (known) {
                field.clear();
            }
        } else if (COPY.match(event)) {
            copy();
        } else if (event.getCode() == KeyCode.ENTER && row != null) {
            opened.accept(row);
        } else {
            known = false;
        }
        if (known) {
            event.consume();
        }
    }

    static Pos alignment(Column.Kind kind) {
        return kind == Column.Kind.NUMBER || kind == Column.Kind.BAR
                ? Pos.CENTER_RIGHT
                : Pos.CENTER_LEFT;
    }
}
