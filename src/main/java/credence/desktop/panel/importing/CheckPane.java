package credence.desktop.panel.importing;

import credence.desktop.fx.FileChoice;
import credence.desktop.part.Fittings;
import credence.desktop.table.Column;
import credence.desktop.table.SortFilterTable;
import credence.service.CheckedRow.Status;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every row of the files with what becomes of it; the chosen one can be written anew or decided about below.
final class CheckPane extends VBox {

    private final Checking model;
    private final Fittings fittings;
    private final SortFilterTable<RowLine> table;
    private final RowEditor editor;
    private final ComboBox<String> filter = new ComboBox<>();
    private final List<Optional<Status>> filters = new ArrayList<>();
    private final Label note = new Label();
    private final Button export = new Button("Export the rows that stay out");
    private boolean filling;

    CheckPane(Checking model, Fittings fittings) {
        this.model = model;
        this.fittings = fittings;
        getStyleClass().add("import-check");
        table = fittings.table("import.rows", columns(), RowLine::place);
        table.setAccessibleText("What would become of each row");
        table.filteringProperty().set(false);
        editor = new RowEditor(model);
        filter.setId("row-filter");
        filter.setAccessibleText("Which rows are listed");
        filter.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(
                        (_, now) -> {
                            if (!filling && now.intValue() >= 0) {
                                model.filter(filters.get(now.intValue()));
                            }
                        });
        note.setWrapText(true);
        note.getStyleClass().add("row-muted");
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        export.setId("row-export");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(_ -> export());
        HBox head = new HBox(12, new Label("List"), filter, note, export);
        head.getStyleClass().add("import-buttons");
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(head, table, editor);
        table.selectedProperty().subscribe(line -> model.look(Optional.ofNullable(line)));
        table.onOpen(_ -> editor.edit());
    }

    SortFilterTable<RowLine> table() {
        return table;
    }

    void show(CheckProjection now) {
        filling = true;
        filters.clear();
        filters.add(Optional.empty());
        List<String> words = new ArrayList<>();
        words.add("all rows (" + fittings.figures().count(now.all()) + ")");
        now.counts()
                .forEach(
                        (status, n) -> {
                            filters.add(Optional.of(status));
                            words.add(
                                    now.words(status).toLowerCase(java.util.Locale.ROOT)
                                            + " ("
                                            + fittings.figures().count(n)
                                            + ")");
                        });
        filter.getItems().setAll(words);
        filter.getSelectionModel().select(Math.max(0, filters.indexOf(now.filter())));
        filling = false;
        note.setText(now.note());
        long out = model.stayingOut();
        export.setDisable(out == 0);
        boolean same = table.selectedProperty().get() != null;
        table.placeholder(new Label("No row was read yet."));
        table.rows(now.lines());
        if (table.selectedProperty().get() == null && (same || now.open() > 0)) {
            // The next row that needs a look, so that one after the other can be mended.
            table.select(_ -> true);
        } else {
            model.look(Optional.ofNullable(table.selectedProperty().get()));
        }
    }

    void show(Optional<RowDetail> detail) {
        editor.show(detail);
    }

    private void export() {
        fittings.files()
                .save(
                        getScene().getWindow(),
                        "Export the rows that stay out",
                        "rows-that-stay-out.csv",
                        FileChoice.Kind.CSV)
                .ifPresent(model::export);
    }

    private static List<Column<RowLine>> columns() {
        return List.of(
                Column.<RowLine>text("status", "Becomes", RowLine::status)
                        .width(110)
                        .help("What would become of the row if these files were imported")
                        .styled(CheckPane::style),
                Column.<RowLine>text("file", "File", RowLine::file).width(130),
                Column.<RowLine>text(
                                "line", "Line", line -> line.line() == 0 ? "" : "" + line.line())
                        .width(60),
                Column.<RowLine>text("what", "What it says", RowLine::what).width(300),
                Column.<RowLine>text("reason", "Why, and what to do", RowLine::reason).width(300),
                Column.<RowLine>zonedTime("time", "Time", RowLine::time).width(172),
                Column.<RowLine>text("bot", "Bot", RowLine::bot).width(130),
                Column.<RowLine>text("account", "Account", RowLine::account).width(110).hidden(),
                Column.<RowLine>text("symbol", "Symbol", RowLine::symbol).width(100).hidden());
    }

    private static String style(RowLine line) {
        return switch (line.row().status()) {
            case REFUSED -> "result-loss";
            case CHANGED, REPLACES, LEFT_OUT -> "attention-text";
            case NEW, SKIPPED, DUPLICATE -> "";
        };
    }
}
