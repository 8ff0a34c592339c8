package credence.desktop.panel.journal;

import credence.core.value.Money;
import credence.desktop.fx.Showing;
import credence.desktop.part.BusyPill;
import credence.desktop.part.EmptyPane;
import credence.desktop.part.Fittings;
import credence.desktop.part.Fxml;
import credence.desktop.part.Help;
import credence.desktop.part.ScreenView;
import credence.desktop.table.Column;
import credence.desktop.table.SortFilterTable;
import credence.desktop.theme.Figures;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// Shows trades, fills and imports, a tab each.
public final class JournalView implements ScreenView {

    /// Prices and totals stand point under point down to the cent; those with more decimals show them all.
    private static final int PLACES = 2;

    private final JournalViewModel model;
    private final Fittings fittings;
    private final EmptyPane empty;
    private final Label unsaid = new Label();
    private final SortFilterTable<TradeRow> trades;
    private final SortFilterTable<FillRow> fills;
    private final SortFilterTable<ImportRow> imports;
    private final SortFilterTable<ImportRow.FileRow> files;

    @FXML private StackPane root;
    @FXML private TabPane tabs;
    @FXML private Tab tradesTab;
    @FXML private Tab fillsTab;
    @FXML private Tab importsTab;
    @FXML private StackPane importsPlace;
    @FXML private StackPane filesPlace;
    @FXML private Label chosenImport;
    @FXML private Button undo;

    public JournalView(JournalViewModel model, Fittings fittings) {
        this.model = model;
        this.fittings = fittings;
        Fxml.load(this);
        empty = new EmptyPane(fittings.actions());
        root.getChildren().addAll(empty, new BusyPill(model.busy()));
        trades = fittings.table("journal.trades", TradeColumns.all(), TradeRow::id);
        trades.setAccessibleText("Trades");
        fills = fittings.table("journal.fills", fillColumns(), FillRow::id);
        fills.setAccessibleText("Fills");
        imports = fittings.table("journal.imports", importColumns(), ImportRow::batch);
        imports.setAccessibleText("Imports");
        files = fittings.table("journal.files", fileColumns(), ImportRow.FileRow::file);
        files.setAccessibleText("Files of the chosen import");
        imports.filteringProperty().set(false);
        files.filteringProperty().set(false);
        unsaid.setWrapText(true);
        unsaid.setId("unsaid-multipliers");
        unsaid.getStyleClass().add("attention-text");
        VBox.setVgrow(trades, Priority.ALWAYS);
        tradesTab.setContent(new VBox(unsaid, trades));
        fillsTab.setContent(fills);
        importsPlace.getChildren().add(imports);
        filesPlace.getChildren().add(files);
        imports.selectedProperty().subscribe(this::showImport);
        undo.setOnAction(_ -> askUndo());
        Help.on(
                tabs,
                "Journal",
                "Everything that came in. Trades and fills follow the choice of bots, time and"
                    + " symbol above; imports are always listed in full. In every import read = new"
                    + " + known already + skipped + refused. Undoing one makes beliefs as if it had"
                    + " never been.");
        Showing.of(root).subscribe(model::showing);
        Showing.during(root, () -> model.shown().subscribe(this::show));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focusFilter() {
        Tab chosen = tabs.getSelectionModel().getSelectedItem();
        (chosen == tradesTab ? trades : chosen == fillsTab ? fills : imports).focusFilter();
    }

    private void show(JournalProjection p) {
        empty.show(p.emptiness());
        tabs.setVisible(p.emptiness() == null);
        Figures figures = fittings.figures();
        tradesTab.setText("Trades (" + figures.count(p.trades().size()) + ")");
        fillsTab.setText("Fills (" + figures.count(p.fills().size()) + ")");
        importsTab.setText("Imports (" + figures.count(p.imports().size()) + ")");
        unsaid.setText(p.unsaid());
        unsaid.setVisible(!p.unsaid().isEmpty());
        unsaid.setManaged(!p.unsaid().isEmpty());
        trades.rows(p.trades());
        trades.placeholder(placeholder("No trade of the chosen bots, time and symbol."));
        fills.rows(p.fills());
        fills.placeholder(
                placeholder(
                        p.fillsMissing().isEmpty()
                                ? "No fill of the chosen bots, time and symbol."
                                : p.fillsMissing()));
        imports.rows(p.imports());
        if (imports.selection().isEmpty() && !p.imports().isEmpty()) {
            imports.select(_ -> true);
        }
        showImport(imports.selectedProperty().get());
    }

    private void showImport(@Nullable ImportRow row) {
        // What is not there needs no reason why it cannot be pressed.
        undo.setVisible(row != null && !row.undone());
        if (row == null) {
            chosenImport.setText("Choose an import to see its files");
            undo.setText("Undo");
            files.rows(List.of());
            return;
        }
        chosenImport.setText(
                "Import " + row.batch() + (row.undone() ? ", undone" : "") + ": its files");
        undo.setText("Undo import " + row.batch());
        files.rows(row.details());
    }

    private void askUndo() {
        ImportRow row = imports.selectedProperty().get();
        if (row != null && !row.undone()) {
            Figures figures = fittings.figures();
            fittings.questions()
                    .ask(
                            "Undo import " + row.batch() + "?",
                            figures.count(row.fresh())
                                    + " rows of "
                                    + figures.count(row.files())
                                    + (row.files() == 1 ? " file" : " files")
                                    + " stop counting, and beliefs become as if they had never"
                                    + " been. Rows that another import states too keep counting."
                                    + " The files stay in the archive; importing them again brings"
                                    + " everything back.",
                            "Undo import " + row.batch(),
                            () -> model.undo(row.batch()));
        }
    }

    private static Node placeholder(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Column<FillRow> part(
            String id, String title, Function<FillRow, @Nullable Money> costs) {
        return Column.<FillRow>money(id, title, costs)
                .width(112)
                .summed()
                .hidden()
                .help("Positive is paid. Empty where the file states none: unknown, not zero");
    }

    private static List<Column<FillRow>> fillColumns() {
        return List.of(
                Column.<FillRow>time("time", "Time", FillRow::time),
                Column.<FillRow>text("bot", "Bot", FillRow::bot).width(220),
                Column.<FillRow>text("account", "Account", FillRow::account).width(90).hidden(),
                Column.<FillRow>text("symbol", "Symbol", FillRow::symbol).width(90),
                Column.<FillRow>text("side", "Side", FillRow::side).width(60),
                Column.<FillRow>text("effect", "Opens, closes", FillRow::effect).width(122),
                Column.<FillRow>decimal("quantity", "Quantity", FillRow::quantity),
                Column.<FillRow>decimal("price", "Price", PLACES, FillRow::price),
                Column.<FillRow>money("costs", "Costs", FillRow::costs)
                        .summed()
                        .help("Empty where the file states none: that is unknown, not zero"),
                part("commission", "Commission", FillRow::commission),
                part("fees", "Fees", FillRow::fees),
                part("funding", "Swap, funding", FillRow::funding),
                Column.<FillRow>decimal("point", "Point worth", FillRow::pointWorth)
                        .width(104)
                        .hidden()
                        .help("Money per point and unit; empty where nobody knows it"),
                Column.<FillRow>text("point-source", "Point worth by", FillRow::pointSource)
                        .width(200)
                        .hidden(),
                Column.<FillRow>text("currency", "Currency", FillRow::currency).width(90),
                Column.<FillRow>decimal("stop", "Stop", PLACES, FillRow::stop),
                Column.<FillRow>text("tag", "Tag", FillRow::tag).width(100),
                Column.<FillRow>text("source", "Source", FillRow::source).width(80).hidden());
    }

    private static List<Column<ImportRow>> importColumns() {
        return List.of(
                Column.<ImportRow>count("batch", "Import", ImportRow::batch).width(72),
                Column.<ImportRow>time("at", "Imported", ImportRow::importedAt),
                Column.<ImportRow>text("kind", "Kind", ImportRow::kind).width(90),
                Column.<ImportRow>text("title", "Files", ImportRow::title).width(204),
                Column.<ImportRow>count("files", "Number of files", ImportRow::files)
                        .width(124)
                        .hidden(),
                Column.<ImportRow>count("bots", "Bots", ImportRow::bots).width(60),
                Column.<ImportRow>count("read", "Rows read", ImportRow::read).width(98).summed(),
                Column.<ImportRow>count("fresh", "New", ImportRow::fresh).width(80).summed(),
                Column.<ImportRow>count("known", "Known already", ImportRow::known)
                        .width(128)
                        .summed(),
                Column.<ImportRow>count("skipped", "Skipped", ImportRow::skipped).summed(),
                Column.<ImportRow>count("refused", "Refused", ImportRow::refused).summed(),
                Column.<ImportRow>count("differences", "Differences", ImportRow::differences)
                        .width(108)
                        .help("Totals stated in the files that differ from what was read"),
                Column.<ImportRow>time("undone", "Undone", ImportRow::undoneAt));
    }

    private static List<Column<ImportRow.FileRow>> fileColumns() {
        return List.of(
                Column.<ImportRow.FileRow>text("file", "File", ImportRow.FileRow::file).width(240),
                Column.<ImportRow.FileRow>text("format", "Format", ImportRow.FileRow::format)
                        .width(160)
                        .hidden(),
                Column.<ImportRow.FileRow>count("read", "Rows read", ImportRow.FileRow::read)
                        .width(98)
                        .summed(),
                Column.<ImportRow.FileRow>count("fresh", "New", ImportRow.FileRow::fresh).summed(),
                Column.<ImportRow.FileRow>count("known", "Known already", ImportRow.FileRow::known)
                        .width(128)
                        .summed(),
                Column.<ImportRow.FileRow>count("skipped", "Skipped", ImportRow.FileRow::skipped)
                        .summed(),
                Column.<ImportRow.FileRow>count("refused", "Refused", ImportRow.FileRow::refused)
                        .summed(),
                Column.<ImportRow.FileRow>time("from", "From", ImportRow.FileRow::from).hidden(),
                Column.<ImportRow.FileRow>time("to", "To", ImportRow.FileRow::to).hidden(),
                Column.<ImportRow.FileRow>decimal(
                                "stated", "Total in file", PLACES, ImportRow.FileRow::stated)
                        .width(112),
                Column.<ImportRow.FileRow>decimal(
                        "computed", "Total read", PLACES, ImportRow.FileRow::computed),
                Column.<ImportRow.FileRow>decimal(
                        "difference", "Difference", PLACES, ImportRow.FileRow::difference),
                Column.<ImportRow.FileRow>text("verdict", "Totals", ImportRow.FileRow::verdict)
                        .width(150),
                Column.<ImportRow.FileRow>text("remarks", "Remarks", ImportRow.FileRow::remarks)
                        .width(90));
    }
}
