package credence.desktop.panel.importing;

import credence.desktop.action.Action;
import credence.desktop.fx.Showing;
import credence.desktop.panel.importing.ImportViewModel.Step;
import credence.desktop.part.ActionButtons;
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
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Shows an import from the first file to its undoing.
public final class ImportView implements ScreenView {

    private static final String TRADES = "Trades, fills or predictions";
    private static final String BARS = "Price bars";
    private static final String DAY_FIRST = "31.01.2026 (day first)";
    private static final String MONTH_FIRST = "01/31/2026 (month first)";
    private static final String YEAR_FIRST = "2026-01-31 (year first)";
    private static final List<String> DATE_ORDERS =
            List.of("", "DAY_FIRST", "MONTH_FIRST", "YEAR_FIRST");
    private static final List<String> DECIMALS = List.of("", "POINT", "COMMA");

    private final ImportViewModel model;
    private final Fittings fittings;
    private final SortFilterTable<ImportProjection.FileLine> files;
    private final SortFilterTable<ImportProjection.Problem> problems;
    private final SortFilterTable<ImportProjection.Total> totals;
    private final CheckPane rows;
    private final ChangesPane changes;
    private final ReadingPane columns;
    private boolean filling;
    private boolean shownProposal;
    private boolean askedWhose;
    private boolean looked;
    private boolean pointed;
    private @Nullable Step last;

    @FXML private StackPane root;
    @FXML private VBox waiting;
    @FXML private HBox waitingButtons;
    @FXML private VBox content;
    @FXML private VBox keptPart;
    @FXML private VBox resultPart;
    @FXML private Label headline;
    @FXML private Label counts;
    @FXML private HBox asks;
    @FXML private Label asksText;
    @FXML private VBox form;
    @FXML private ComboBox<String> kind;
    @FXML private ComboBox<String> zone;
    @FXML private TextField symbol;
    @FXML private VBox currencyPart;
    @FXML private TextField currency;
    @FXML private VBox sourcePart;
    @FXML private ComboBox<String> source;
    @FXML private VBox botPart;
    @FXML private TextField bot;
    @FXML private VBox accountPart;
    @FXML private TextField account;
    @FXML private CheckBox allOrNothing;
    @FXML private CheckBox replace;
    @FXML private VBox datePart;
    @FXML private TextField date;
    @FXML private VBox dateOrderPart;
    @FXML private ComboBox<String> dateOrder;
    @FXML private VBox decimalPart;
    @FXML private ComboBox<String> decimal;
    @FXML private VBox formatPart;
    @FXML private ComboBox<String> format;
    @FXML private HBox profilePart;
    @FXML private TextField profile;
    @FXML private Button keepProfile;
    @FXML private Label formTrouble;
    @FXML private TabPane tabs;
    @FXML private Tab filesTab;
    @FXML private Tab columnsTab;
    @FXML private Tab assignTab;
    @FXML private Tab rowsTab;
    @FXML private Tab changesTab;
    @FXML private Tab problemsTab;
    @FXML private Tab totalsTab;
    @FXML private HBox buttons;

    /// @param keeping what outlives the import
    public ImportView(ImportViewModel model, Keeping keeping, Fittings fittings) {
        this.model = model;
        this.fittings = fittings;
        Fxml.load(this);
        files = fittings.table("import.files", fileColumns(), ImportProjection.FileLine::file);
        files.setAccessibleText("Files of this import");
        problems = fittings.table("import.remarks", problemColumns(), problem -> problem);
        problems.setAccessibleText("What was refused, skipped or noted");
        totals = fittings.table("import.totals", totalColumns(), total -> total);
        totals.setAccessibleText("Totals of the files against what was read");
        files.filteringProperty().set(false);
        problems.filteringProperty().set(false);
        totals.filteringProperty().set(false);
        rows = new CheckPane(model.checking(), fittings);
        changes = new ChangesPane(fittings);
        changesTab.setContent(changes);
        columns = new ReadingPane(model);
        columnsTab.setContent(columns);
        assignTab.setContent(new AssignPane(model.assigning(), fittings));
        rowsTab.setContent(rows);
        filesTab.setContent(files);
        problemsTab.setContent(problems);
        totalsTab.setContent(totals);
        resultPart.getChildren().setAll(new ResultPane(keeping.after()));
        keptPart.getChildren()
                .setAll(new KeptPane(keeping.profiles(), keeping.folders(), fittings));
        waitingButtons.getChildren().setAll(accent("import.files"), plain("sample.open"));
        fillForm();
        Help.on(
                content,
                "Import",
                "Every row of every file becomes one of four: new, known already, skipped because"
                    + " it is no trade (a deposit, say), or refused with a reason; together they"
                    + " are the rows read. Where a file states totals of its own, they are held"
                    + " against what was read. Nothing is written before you press the button that"
                    + " imports.");
        Showing.during(
                root,
                () ->
                        Subscription.combine(
                                model.step().subscribe(this::show),
                                model.shown().subscribe(this::show),
                                model.form().subscribe(this::show),
                                model.survey().subscribe(_ -> showColumns()),
                                model.assigning().preview().subscribe(_ -> askWhose()),
                                model.checking().shown().subscribe(this::showRows),
                                model.checking().detail().subscribe(rows::show),
                                model.forecast().shown().subscribe(this::showChanges),
                                model.formTrouble().subscribe(this::showTrouble)));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focusFilter() {
        Tab chosen = tabs.getSelectionModel().getSelectedItem();
        (chosen == filesTab
                        ? files
                        : chosen == rowsTab
                                ? rows.table()
                                : chosen == changesTab
                                        ? changes.table()
                                        : chosen == problemsTab ? problems : totals)
                .focusFilter();
    }

    private void show(Step step) {
        boolean idle = step == Step.WAITING;
        waiting.setVisible(idle);
        content.setVisible(!idle);
        boolean asking = step == Step.READING || step == Step.CHECKING;
        form.setVisible(asking);
        form.setManaged(asking);
        form.setDisable(step == Step.KEEPING);
        resultPart.setVisible(step == Step.DONE && model.finished().get().isPresent());
        resultPart.setManaged(resultPart.isVisible());
        switch (step) {
            case DONE ->
                    buttons.getChildren()
                            .setAll(
                                    accent("show.overview"),
                                    plain("import.undo"),
                                    plain("import.files"));
            case WAITING -> buttons.getChildren().clear();
            case READING, CHECKING, KEEPING ->
                    buttons.getChildren().setAll(accent("import.keep"), plain("import.stop"));
        }
        if (step == Step.DONE && last == Step.KEEPING) {
            buttons.getChildren().getFirst().requestFocus();
        } else if (step == Step.WAITING && last != null && last != Step.WAITING) {
            waitingButtons.getChildren().getFirst().requestFocus();
        }
        last = step;
        show(model.shown().get());
    }

    private void show(ImportProjection p) {
        Step step = model.step().get();
        boolean first = p.files().isEmpty();
        pointed &= !(step == Step.READING && first) && p.asks().isEmpty();
        headline.setText(
                switch (step) {
                    case READING -> first ? "Reading the files" : p.headline();
                    case KEEPING -> "Importing: " + p.headline();
                    default -> p.headline();
                });
        counts.setText(p.counts());
        asks.setVisible(!p.asksText().isEmpty());
        asks.setManaged(!p.asksText().isEmpty());
        asksText.setText(p.asksText());
        mark(zone, p.asks().contains(ImportAsk.ZONE));
        mark(symbol, p.asks().contains(ImportAsk.SYMBOL) || p.asks().contains(ImportAsk.BARS));
        String assumed = p.assumedCurrency();
        currency.setPromptText(assumed.isEmpty() ? "as in the files" : assumed + "?");
        currency.setAccessibleText(
                "Currency" + (assumed.isEmpty() ? "" : ", " + assumed + " assumed"));
        mark(currency, p.asks().contains(ImportAsk.CURRENCY));
        mark(bot, p.asks().contains(ImportAsk.BOT));
        ask(datePart, date, p, ImportAsk.DATE, model.form().get().unsettled().date());
        ask(
                dateOrderPart,
                dateOrder,
                p,
                ImportAsk.DATE_ORDER,
                model.form().get().unsettled().dateOrder());
        ask(decimalPart, decimal, p, ImportAsk.DECIMAL, model.form().get().unsettled().decimal());
        ask(formatPart, format, p, ImportAsk.FORMAT, model.form().get().unsettled().format());
        if (step == Step.CHECKING && !first) {
            focusAsked(p.asks());
        }
        Figures figures = fittings.figures();
        filesTab.setText("Files (" + figures.count(p.files().size()) + ")");
        problemsTab.setText("Remarks (" + figures.count(p.problems().size()) + ")");
        totalsTab.setText("Totals (" + figures.count(p.totals().size()) + ")");
        files.rows(p.files());
        problems.rows(p.problems());
        problems.placeholder(new Label("Nothing was refused or skipped."));
        totals.rows(p.totals());
        totals.placeholder(new Label("The files state no totals of their own."));
        showTrouble(model.formTrouble().get());
    }

    /// Puts the cursor where an answer is wanted, unless the trader is typing one already: a field says something that was not taken over.
    private void focusAsked(Set<ImportAsk> wanted) {
        ImportForm said = model.form().get();
        boolean typing =
                typed(symbol, said.symbol())
                        || typed(currency, said.currency())
                        || typed(bot, said.bot())
                        || typed(account, said.account())
                        || typed(date, said.unsettled().date())
                        || typed(profile, "");
        if (typing) {
            return;
        }
        if (wanted.isEmpty()) {
            if (!pointed) {
                buttons.getChildren().getFirst().requestFocus(); // nothing is asked any more
                pointed = true;
            }
            return;
        }
        switch (wanted.iterator().next()) {
            case ZONE -> zone.requestFocus();
            case SYMBOL, BARS -> symbol.requestFocus();
            case CURRENCY -> currency.requestFocus();
            case BOT -> bot.requestFocus();
            case DATE_ORDER -> dateOrder.requestFocus();
            case DECIMAL -> decimal.requestFocus();
            case DATE -> date.requestFocus();
            case FORMAT -> format.requestFocus();
            case COLUMNS -> {
                tabs.getSelectionModel().select(columnsTab);
                columns.focusAsked();
            }
        }
    }

    private static boolean typed(TextField field, String said) {
        return field.isFocused() && !text(field.getText()).equals(said);
    }

    /// A field that few files need is shown when it is asked for or was answered.
    private static void ask(
            Node part, Node field, ImportProjection p, ImportAsk ask, String answer) {
        boolean asked = p.asks().contains(ask);
        part.setVisible(asked || !answer.isEmpty());
        part.setManaged(asked || !answer.isEmpty());
        mark(field, asked);
    }

    private void showColumns() {
        columns.show(model);
        columnsTab.setDisable(!model.surveyed());
        boolean keeps = model.keepsProfiles();
        profilePart.setVisible(keeps);
        profilePart.setManaged(keeps);
        if (model.maps() && !shownProposal) {
            tabs.getSelectionModel().select(columnsTab);
        }
        shownProposal = model.maps();
        askWhose();
        format.getItems().setAll(model.formats());
    }

    /// Turns to whose the rows are once, when the files do not say it; nothing else is to be settled first.
    private void askWhose() {
        boolean asks = model.assigning().asked();
        assignTab.setText(asks ? "Whose they are (asked)" : "Whose they are");
        if (asks && !askedWhose && !model.maps()) {
            tabs.getSelectionModel().select(assignTab);
        }
        askedWhose = asks;
    }

    private void showRows(CheckProjection now) {
        Figures figures = fittings.figures();
        rowsTab.setText(
                "Rows ("
                        + figures.count(now.all())
                        + (now.open() == 0 ? "" : ", " + figures.count(now.open()) + " to look at")
                        + ")");
        rows.show(now);
        rowsTab.setDisable(now.all() == 0);
        boolean looks = now.open() > 0;
        if (looks && !looked && model.shown().get().asks().isEmpty()) {
            tabs.getSelectionModel().select(rowsTab);
        }
        looked = looks || now.all() > 0;
    }

    private void showChanges(Forecast.Projection now) {
        changesTab.setText("What changes (" + fittings.figures().count(now.lines().size()) + ")");
        changes.show(now);
    }

    private void showTrouble(String text) {
        formTrouble.setText(text);
        formTrouble.setVisible(!text.isEmpty());
        formTrouble.setManaged(!text.isEmpty());
    }

    private void fillForm() {
        kind.getItems().setAll(TRADES, BARS);
        zone.getItems()
                .setAll(
                        List.of(
                                "UTC",
                                ZoneId.systemDefault().getId(),
                                "America/New_York",
                                "America/Chicago",
                                "Europe/London",
                                "Europe/Berlin",
                                "Asia/Tokyo",
                                "+08:00"));
        zone.setPromptText("as in the files");
        source.getItems().setAll("as in the files", "Live", "Paper", "Backtest");
        kind.valueProperty().subscribe((_, _) -> said());
        zone.valueProperty().subscribe((_, _) -> said());
        source.valueProperty().subscribe((_, _) -> said());
        allOrNothing.selectedProperty().subscribe((_, _) -> said());
        replace.selectedProperty().subscribe((_, _) -> said());
        dateOrder.getItems().setAll("as in the files", DAY_FIRST, MONTH_FIRST, YEAR_FIRST);
        decimal.getItems().setAll("as in the files", "1,234.5 (point)", "1.234,5 (comma)");
        dateOrder.valueProperty().subscribe((_, _) -> said());
        decimal.valueProperty().subscribe((_, _) -> said());
        format.valueProperty().subscribe((_, _) -> said());
        keepProfile.setOnAction(_ -> model.keepProfile(text(profile.getText())));
        profile.setOnAction(_ -> model.keepProfile(text(profile.getText())));
        keepProfile.disableProperty().bind(profile.textProperty().map(name -> name.isBlank()));
        for (TextField field : List.of(symbol, currency, bot, account, date)) {
            field.setOnAction(_ -> said());
            field.focusedProperty()
                    .subscribe(
                            (_, focused) -> {
                                if (!focused) {
                                    said();
                                }
                            });
        }
    }

    /// Takes over what the fields say.
    private void said() {
        if (!filling) {
            model.form()
                    .set(
                            new ImportForm(
                                    BARS.equals(kind.getValue()),
                                    text(zone.getValue()),
                                    text(symbol.getText()),
                                    text(currency.getText()),
                                    source.getSelectionModel().getSelectedIndex() <= 0
                                            ? ""
                                            : text(source.getValue())
                                                    .toUpperCase(java.util.Locale.ROOT),
                                    text(bot.getText()),
                                    text(account.getText()),
                                    allOrNothing.isSelected(),
                                    replace.isSelected(),
                                    model.form()
                                            .get()
                                            .unsettled()
                                            .saying(
                                                    text(format.getValue()),
                                                    text(date.getText()),
                                                    chosen(dateOrder, DATE_ORDERS),
                                                    chosen(decimal, DECIMALS)),
                                    model.form().get().mapping(),
                                    model.form().get().owners()));
        }
    }

    private static String chosen(ComboBox<String> box, List<String> values) {
        return values.get(Math.max(0, box.getSelectionModel().getSelectedIndex()));
    }

    private void show(ImportForm said) {
        filling = true;
        date.setText(said.unsettled().date());
        dateOrder.getSelectionModel().select(DATE_ORDERS.indexOf(said.unsettled().dateOrder()));
        decimal.getSelectionModel().select(DECIMALS.indexOf(said.unsettled().decimal()));
        format.setValue(said.unsettled().format().isEmpty() ? null : said.unsettled().format());
        kind.setValue(said.bars() ? BARS : TRADES);
        zone.setValue(said.zone().isEmpty() ? null : said.zone());
        symbol.setText(said.symbol());
        currency.setText(said.currency());
        source.getSelectionModel()
                .select(List.of("", "LIVE", "PAPER", "BACKTEST").indexOf(said.source()));
        bot.setText(said.bot());
        account.setText(said.account());
        allOrNothing.setSelected(said.allOrNothing());
        replace.setSelected(said.replace());
        for (Node part :
                List.of(currencyPart, sourcePart, botPart, accountPart, allOrNothing, replace)) {
            part.setVisible(!said.bars());
            part.setManaged(!said.bars());
        }
        filling = false;
    }

    private Button accent(String id) {
        Button button = plain(id);
        button.getStyleClass().add("accent");
        return button;
    }

    private Button plain(String id) {
        Action action = fittings.actions().get(id);
        return ActionButtons.full(action);
    }

    private static void mark(Node field, boolean asked) {
        field.getStyleClass().remove("asked");
        if (asked) {
            field.getStyleClass().add("asked");
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /// All that is shown without asking fits beside the side bar of a window 1440 wide.
    private static List<Column<ImportProjection.FileLine>> fileColumns() {
        return List.of(
                Column.<ImportProjection.FileLine>text(
                                "file", "File", ImportProjection.FileLine::file)
                        .width(196),
                Column.<ImportProjection.FileLine>text(
                                "state", "State", ImportProjection.FileLine::state)
                        .width(108)
                        .styled(ImportView::style),
                Column.<ImportProjection.FileLine>text(
                                "bots", "Bots", ImportProjection.FileLine::bots)
                        .width(120),
                Column.<ImportProjection.FileLine>text(
                                "format", "Format", ImportProjection.FileLine::format)
                        .width(140),
                Column.<ImportProjection.FileLine>count(
                                "read", "Rows read", ImportProjection.FileLine::read)
                        .width(98)
                        .summed(),
                Column.<ImportProjection.FileLine>count(
                                "fresh", "New", ImportProjection.FileLine::fresh)
                        .width(78)
                        .summed(),
                Column.<ImportProjection.FileLine>count(
                                "known", "Known", ImportProjection.FileLine::known)
                        .width(78)
                        .summed(),
                Column.<ImportProjection.FileLine>count(
                                "skipped", "Skipped", ImportProjection.FileLine::skipped)
                        .width(82)
                        .summed(),
                Column.<ImportProjection.FileLine>count(
                                "refused", "Refused", ImportProjection.FileLine::refused)
                        .width(82)
                        .summed(),
                Column.<ImportProjection.FileLine>time(
                        "from", "From", ImportProjection.FileLine::from),
                Column.<ImportProjection.FileLine>time("to", "To", ImportProjection.FileLine::to),
                Column.<ImportProjection.FileLine>text(
                                "why", "Recognised by", ImportProjection.FileLine::why)
                        .width(420)
                        .hidden());
    }

    private static String style(ImportProjection.FileLine line) {
        return switch (line.state()) {
            case "Cannot be read" -> "result-loss";
            case "Needs an answer", "In part" -> "attention-text";
            default -> "";
        };
    }

    private static List<Column<ImportProjection.Problem>> problemColumns() {
        return List.of(
                Column.<ImportProjection.Problem>text(
                                "kind", "Kind", ImportProjection.Problem::kind)
                        .width(110),
                Column.<ImportProjection.Problem>text(
                                "file", "File", ImportProjection.Problem::file)
                        .width(240),
                Column.<ImportProjection.Problem>text(
                                "line",
                                "Line",
                                problem -> problem.line() == 0 ? "" : "" + problem.line())
                        .width(60),
                Column.<ImportProjection.Problem>text(
                                "column", "Column", ImportProjection.Problem::column)
                        .width(110),
                Column.<ImportProjection.Problem>text(
                                "value", "Value", ImportProjection.Problem::value)
                        .width(140),
                Column.<ImportProjection.Problem>text(
                                "reason", "Reason", ImportProjection.Problem::reason)
                        .width(300),
                Column.<ImportProjection.Problem>text(
                                "remedy", "What to do", ImportProjection.Problem::remedy)
                        .width(290));
    }

    private static List<Column<ImportProjection.Total>> totalColumns() {
        return List.of(
                Column.<ImportProjection.Total>text("file", "File", ImportProjection.Total::file)
                        .width(290),
                Column.<ImportProjection.Total>text("what", "Total", ImportProjection.Total::what)
                        .width(240),
                Column.<ImportProjection.Total>decimal(
                        "stated", "In the file", 2, ImportProjection.Total::stated),
                Column.<ImportProjection.Total>decimal(
                        "computed", "As read", 2, ImportProjection.Total::computed),
                Column.<ImportProjection.Total>decimal(
                        "difference", "Difference", 2, ImportProjection.Total::difference),
                Column.<ImportProjection.Total>text(
                                "verdict", "Verdict", ImportProjection.Total::verdict)
                        .width(160)
                        .styled(total -> total.verdict().equals("Different") ? "result-loss" : ""));
    }
}
