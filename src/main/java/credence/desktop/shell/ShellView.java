package credence.desktop.shell;

import credence.desktop.action.Action;
import credence.desktop.action.Action.Group;
import credence.desktop.action.Actions;
import credence.desktop.action.Emptiness;
import credence.desktop.action.Navigation;
import credence.desktop.action.Screen;
import credence.desktop.action.Shortcut;
import credence.desktop.desk.FaultLog;
import credence.desktop.desk.Job;
import credence.desktop.desk.Notice;
import credence.desktop.desk.Span;
import credence.desktop.fx.FileChoice;
import credence.desktop.part.ActionButtons;
import credence.desktop.part.EmptyPane;
import credence.desktop.part.Fittings;
import credence.desktop.part.Fxml;
import credence.desktop.part.Help;
import credence.desktop.part.ScreenView;
import credence.desktop.table.LayoutMemory;
import credence.desktop.theme.Figures;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The window's content: side bar, strip, ribbon, the screens, messages and status bar.
public final class ShellView {

    private final ShellViewModel model;
    private final Actions actions;
    private final Navigation navigation;
    private final ObservableValue<Figures> figures;
    private final Map<Screen, Function<Fittings, ScreenView>> makers;
    private final Map<Screen, ScreenView> made = new EnumMap<>(Screen.class);
    private final LayoutMemory layouts;
    private final FileChoice files;
    private final Overlays overlays;
    private final Sheets sheets;
    private final FaultSheet faults;
    private final EmptyPane nothingOpen;
    private final PaletteView palette;
    private final BotChooser botChooser;
    private final SpanChooser spanChooser;

    @FXML private StackPane root;
    @FXML private BorderPane desk;
    @FXML private VBox sideBar;
    @FXML private Button chooseBots;
    @FXML private MenuButton chooseSpan;
    @FXML private MenuButton chooseSymbol;
    @FXML private Label asOf;
    @FXML private Label market;
    @FXML private Label learned;
    @FXML private Label dataUntil;
    @FXML private HBox tools;
    @FXML private HBox ribbon;
    @FXML private StackPane screens;
    @FXML private HBox notice;
    @FXML private FontIcon noticeIcon;
    @FXML private Label noticeText;
    @FXML private Button noticeDeed;
    @FXML private Button noticeClose;
    @FXML private Label workspace;
    @FXML private HBox job;
    @FXML private Label jobText;
    @FXML private ProgressBar jobBar;
    @FXML private Button jobStop;
    @FXML private Label health;

    /// @param makers makes each screen when it is first shown
    /// @param figures how figures are written; when that changes the screens are made anew
    /// @param settings what can be set, in words
    public ShellView(
            ShellViewModel model,
            Actions actions,
            Navigation navigation,
            ObservableValue<Figures> figures,
            Map<Screen, Function<Fittings, ScreenView>> makers,
            LayoutMemory layouts,
            FileChoice files,
            List<String> settings) {
        this.model = model;
        this.actions = actions;
        this.navigation = navigation;
        this.figures = figures;
        this.makers = makers;
        this.layouts = layouts;
        this.files = files;
        Fxml.load(this);
        overlays = new Overlays(root, desk);
        sheets = new Sheets(overlays);
        faults = new FaultSheet(overlays);
        nothingOpen = new EmptyPane(actions);
        palette =
                new PaletteView(
                        new PaletteViewModel(actions, navigation, model, settings), overlays);
        botChooser = new BotChooser(model, overlays);
        spanChooser = new SpanChooser(model, overlays);
        addActions();
        fillSideBar();
        fillStrip();
        follow();
        new Keyboard(actions, overlays::showing).whenIn(root);
    }

    public Parent root() {
        return root;
    }

    /// Takes files that are dropped anywhere on the window.
    public void acceptDrops(Consumer<List<Path>> taker) {
        root.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles() && !overlays.showing()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        setDropTarget(true);
                    }
                    event.consume();
                });
        root.setOnDragExited(_ -> setDropTarget(false));
        root.setOnDragDropped(
                event -> {
                    setDropTarget(false);
                    List<File> files = event.getDragboard().getFiles();
                    event.setDropCompleted(!files.isEmpty());
                    event.consume();
                    if (!files.isEmpty()) {
                        taker.accept(files.stream().map(File::toPath).toList());
                    }
                });
    }

    /// Tells of an unforeseen failure.
    void showFault(FaultLog.Fault fault) {
        faults.show(fault);
    }

    private void addActions() {
        actions.add(
                Action.of(
                                "palette",
                                Group.WINDOW,
                                "Find a command, a bot or a setting",
                                Feather.COMMAND,
                                palette::show)
                        .on(new Shortcut("Shortcut+K")));
        actions.add(
                Action.of(
                                "filter",
                                Group.WINDOW,
                                "Filter what the screen shows",
                                Feather.FILTER,
                                () -> screen().focusFilter())
                        .on(new Shortcut("Shortcut+F")));
        actions.add(
                Action.of(
                                "selection.bots",
                                Group.SELECTION,
                                "Choose bots",
                                Feather.CPU,
                                botChooser::show)
                        .on(new Shortcut("Shortcut+B")));
        actions.add(
                Action.of(
                        "selection.days",
                        Group.SELECTION,
                        "Choose days",
                        Feather.CALENDAR,
                        () -> spanChooser.show(figures.getValue().zone())));
        actions.add(
                Action.of(
                                "shortcuts",
                                Group.HELP,
                                "List the shortcuts",
                                Feather.HELP_CIRCLE,
                                () -> sheets.shortcuts(actions))
                        .on(new Shortcut("?")));
        actions.add(
                Action.of(
                                "help",
                                Group.HELP,
                                "Explain what has the focus",
                                Feather.LIFE_BUOY,
                                this::help)
                        .on(new Shortcut("F1")));
    }

    private void fillSideBar() {
        ToggleGroup group = new ToggleGroup();
        Map<Screen, Toggle> toggles = new EnumMap<>(Screen.class);
        for (Screen each : Screen.values()) {
            ToggleButton button = new ToggleButton(each.words(), new FontIcon(each.icon()));
            button.setId("side-" + each.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass().add("side-button");
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(each.question()));
            button.setAccessibleHelp(each.question());
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        navigation.show(each);
                    });
            if (each == Screen.SETTINGS) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                sideBar.getChildren().add(gap);
            }
            sideBar.getChildren().add(button);
            toggles.put(each, button);
        }
        navigation.screen().subscribe(next -> group.selectToggle(toggles.get(next)));
    }

    /// Shows the first screen, and from now on those that are asked for. Screens cost time to build; the window does not wait for them.
    void begin() {
        Runnable show = () -> screens.getChildren().setAll(screen().root(), nothingOpen);
        navigation.screen().subscribe(_ -> show.run());
        figures.subscribe(
                (_, _) -> {
                    made.clear();
                    show.run();
                });
    }

    private void fillStrip() {
        chooseBots.setOnAction(_ -> botChooser.show());
        for (Span span : Span.OFFERED) {
            MenuItem item = new MenuItem(model.words(span));
            item.setOnAction(_ -> model.selectSpan(span));
            chooseSpan.getItems().add(item);
        }
        MenuItem days = new MenuItem("Choose days…");
        days.setOnAction(_ -> spanChooser.show(figures.getValue().zone()));
        chooseSpan.getItems().addAll(new SeparatorMenuItem(), days);
        for (String id : List.of("palette", "theme.toggle", "shortcuts")) {
            tools.getChildren().add(ActionButtons.icon(actions.get(id)));
        }
        Help.on(
                chooseBots,
                "Bots shown",
                "Which bots all screens show. The first chosen one is the one that screens about a"
                        + " single bot explain.");
        Help.on(
                chooseSpan,
                "Time shown",
                "Which part of time all screens show. Spans of days end at the latest data. When"
                        + " the last day lies before the end of the data, beliefs are shown as they"
                        + " were then.");
        Help.on(chooseSymbol, "Symbol shown", "Which symbol all screens show.");
        Button import_ = ActionButtons.full(actions.get("import.files"));
        Button own = ActionButtons.full(actions.get("own.open"));
        import_.getStyleClass().add("accent");
        import_.setId("ribbon-import");
        own.setId("ribbon-own");
        ribbon.getChildren().addAll(import_, own);
    }

    private void follow() {
        model.shown().subscribe(this::show);
        model.symbols()
                .subscribe(
                        all -> {
                            chooseSymbol.getItems().clear();
                            addSymbol("All symbols", Optional.empty());
                            all.forEach(symbol -> addSymbol(symbol, Optional.of(symbol)));
                        });
        model.market().subscribe(text -> show(market, text));
        model.trouble().subscribe(_ -> show(model.shown().get()));
        model.jobs().subscribe(this::showJob);
        model.notice().subscribe(this::showNotice);
        jobStop.setOnAction(_ -> model.stopJobs());
        noticeClose.setOnAction(_ -> model.dismissNotice());
    }

    private void show(ShellProjection p) {
        chooseBots.setText(p.chosenBots());
        chooseBots.setAccessibleText("Bots shown: " + p.chosenBots());
        chooseSpan.setText(p.chosenSpan());
        chooseSpan.setAccessibleText("Time shown: " + p.chosenSpan());
        chooseSymbol.setText(p.chosenSymbol());
        chooseSymbol.setAccessibleText("Symbol shown: " + p.chosenSymbol());
        for (Node choice : List.of(chooseBots, chooseSpan, chooseSymbol)) {
            choice.setVisible(!p.bots().isEmpty());
            choice.setManaged(!p.bots().isEmpty());
        }
        show(asOf, p.asOf());
        learned.setText(p.learned());
        dataUntil.setText(p.dataUntil());
        ribbon.setVisible(p.sample());
        ribbon.setManaged(p.sample());
        boolean trouble = !model.trouble().get().isEmpty();
        nothingOpen.show(
                trouble
                        ? new Emptiness(
                                "The workspace cannot be opened",
                                model.trouble().get(),
                                "own.open",
                                "sample.open")
                        : null);
        workspace.setText(p.open() ? p.workspace() + " in " + p.folder() : p.workspace());
        show(health, p.health());
        attention(health, !p.healthy());
        attention(workspace, trouble);
    }

    private void addSymbol(String words, Optional<String> symbol) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.selectSymbol(symbol));
        chooseSymbol.getItems().add(item);
    }

    private void showJob(List<Job.Reading> running) {
        job.setVisible(!running.isEmpty());
        job.setManaged(!running.isEmpty());
        if (!running.isEmpty()) {
            Job.Reading first = running.getFirst();
            jobText.setText(model.words(first));
            jobBar.setProgress(first.share());
            jobStop.setVisible(first.cancellable());
            jobStop.setManaged(first.cancellable());
            jobStop.setDisable(first.stopping());
        }
    }

    private void showNotice(@Nullable Notice now) {
        notice.setVisible(now != null);
        notice.setManaged(now != null);
        notice.getStyleClass().remove("trouble");
        if (now == null) {
            return;
        }
        boolean trouble = now.kind() == Notice.Kind.TROUBLE;
        if (trouble) {
            notice.getStyleClass().add("trouble");
        }
        noticeIcon.setIconCode(trouble ? Feather.ALERT_TRIANGLE : Feather.CHECK);
        noticeText.setText(now.text());
        noticeDeed.setVisible(now.doing() != null);
        noticeDeed.setManaged(now.doing() != null);
        noticeDeed.setText(now.doing());
        noticeDeed.setOnAction(
                _ -> {
                    model.dismissNotice();
                    Runnable deed = now.deed();
                    if (deed != null) {
                        deed.run();
                    }
                });
    }

    private ScreenView screen() {
        Screen now = navigation.screen().get();
        ScreenView known = made.get(now);
        if (known == null) {
            Function<Fittings, ScreenView> maker = makers.get(now);
            if (maker == null) {
                throw new IllegalStateException("no screen is called " + now);
            }
            known =
                    maker.apply(
                            new Fittings(actions, figures.getValue(), layouts, files, sheets::ask));
            made.put(now, known);
        }
        return known;
    }

    private void help() {
        Help.Text text = Help.near(root.getScene().getFocusOwner());
        Screen now = navigation.screen().get();
        sheets.help(text == null ? new Help.Text(now.words(), now.question()) : text);
    }

    private void setDropTarget(boolean over) {
        root.getStyleClass().remove("drop-target");
        if (over) {
            root.getStyleClass().add("drop-target");
        }
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static void attention(Label label, boolean needed) {
        label.getStyleClass().remove("attention");
        if (needed) {
            label.getStyleClass().add("attention");
        }
    }
}
