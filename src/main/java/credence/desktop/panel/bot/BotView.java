package credence.desktop.panel.bot;

import credence.core.value.BotId;
import credence.desktop.chart.ChartStack;
import credence.desktop.chart.TimeChart;
import credence.desktop.chart.TimeCursor;
import credence.desktop.fx.Showing;
import credence.desktop.panel.journal.TradeColumns;
import credence.desktop.panel.journal.TradeRow;
import credence.desktop.part.BusyPill;
import credence.desktop.part.EmptyPane;
import credence.desktop.part.Fittings;
import credence.desktop.part.Fxml;
import credence.desktop.part.Help;
import credence.desktop.part.IntervalBar;
import credence.desktop.part.ScreenView;
import credence.desktop.table.SortFilterTable;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Shows one bot.
public final class BotView implements ScreenView {

    private final BotViewModel model;
    private final Fittings fittings;
    private final EmptyPane empty;
    private final TimeCursor cursor = new TimeCursor();
    private final SortFilterTable<TradeRow> trades;
    private @Nullable TimeChart beliefChart;
    private @Nullable TimeChart edgeChart;
    private boolean filling;

    @FXML private StackPane root;
    @FXML private VBox content;
    @FXML private ComboBox<BotId> bots;
    @FXML private Label place;
    @FXML private HBox badges;
    @FXML private ScrollPane explanation;
    @FXML private VBox reasons;
    @FXML private VBox now;
    @FXML private VBox openLosses;
    @FXML private GridPane metrics;
    @FXML private Label regimeNow;
    @FXML private GridPane regimes;
    @FXML private Label regimesWhy;
    @FXML private VBox charts;
    @FXML private StackPane tradesPlace;

    public BotView(BotViewModel model, Fittings fittings) {
        this.model = model;
        this.fittings = fittings;
        Fxml.load(this);
        empty = new EmptyPane(fittings.actions());
        root.getChildren().addAll(empty, new BusyPill(model.busy()));
        trades = fittings.table("bot.trades", TradeColumns.ofOneBot(), TradeRow::id);
        trades.filteringProperty().set(false);
        trades.setAccessibleText("Trades of the bot");
        tradesPlace.getChildren().add(trades);
        bots.valueProperty()
                .subscribe(
                        bot -> {
                            if (bot != null && !filling) {
                                model.focus(bot);
                            }
                        });
        Help.on(
                explanation,
                "Why a bot stands where it stands",
                "The reasons come first, then what is believed now: the dark band holds the true"
                    + " value with one chance in two, the light band with nine in ten. Every figure"
                    + " below has its n and its interval.");
        Help.on(
                charts,
                "How the belief came about",
                "The line is what was believed after each outcome, the bands how sure that was;"
                    + " dots are the outcomes, dashed lines are moments at which the bot seems to"
                    + " have changed. Drag to zoom, Shift and drag to move, double click to see"
                    + " all, arrows to go from trade to trade.");
        Showing.of(root).subscribe(model::showing);
        Showing.during(root, () -> model.shown().subscribe(this::show));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focusFilter() {
        trades.focusFilter();
    }

    private void show(BotProjection p) {
        empty.show(p.emptiness());
        content.setVisible(p.bot() != null);
        if (p.bot() == null) {
            return;
        }
        filling = true;
        bots.getItems().setAll(model.bots());
        bots.setValue(p.bot());
        filling = false;
        place.setText(p.place());
        badges.getChildren().setAll(p.badges().stream().map(BotView::badge).toList());
        reasons.getChildren().setAll(p.reasons().stream().map(BotView::line).toList());
        now.getChildren().setAll(p.now().stream().map(BotView::nowPart).toList());
        openLosses.setVisible(!p.openLosses().isEmpty());
        openLosses.setManaged(!p.openLosses().isEmpty());
        List<Node> losses = new ArrayList<>();
        losses.add(title("Open losses"));
        p.openLosses().forEach(text -> losses.add(lossLine(text)));
        openLosses.getChildren().setAll(losses);
        fill(metrics, p.metrics());
        show(p.regimes());
        showCharts(p);
        trades.rows(p.trades());
    }

    private void showCharts(BotProjection p) {
        if (p.belief() == null || p.edge() == null) {
            return;
        }
        if (beliefChart == null || edgeChart == null) {
            beliefChart = new TimeChart(cursor, fittings.charts(), p.belief());
            edgeChart = new TimeChart(cursor, fittings.charts(), p.edge());
            ChartStack stack = new ChartStack(List.of(beliefChart, edgeChart));
            VBox.setVgrow(stack, Priority.ALWAYS);
            charts.getChildren().setAll(stack);
        } else {
            Objects.requireNonNull(beliefChart).show(p.belief());
            Objects.requireNonNull(edgeChart).show(p.edge());
        }
    }

    private static void fill(GridPane grid, List<BotProjection.Metric> metrics) {
        grid.getChildren().clear();
        grid.addRow(0, head("Figure"), head("Value"), head("90 % interval"), head("n"));
        int row = 1;
        for (BotProjection.Metric metric : metrics) {
            Label name = new Label(metric.name());
            name.setTooltip(new Tooltip(metric.meaning()));
            name.setAccessibleHelp(metric.meaning());
            if (metric.interval().isEmpty() && metric.n().isEmpty()) {
                grid.add(name, 0, row);
                Label value = figure(metric.value());
                value.setWrapText(true);
                value.setMinWidth(0);
                grid.add(value, 1, row++, 3, 1);
            } else {
                grid.addRow(
                        row++,
                        name,
                        figure(metric.value()),
                        figure(metric.interval()),
                        figure(metric.n()));
            }
        }
    }

    private void show(BotRegimes p) {
        regimeNow.setText(p.now());
        regimes.getChildren().clear();
        regimes.setVisible(!p.lines().isEmpty());
        regimes.setManaged(!p.lines().isEmpty());
        regimesWhy.setText(p.why());
        regimesWhy.setVisible(!p.why().isEmpty());
        regimesWhy.setManaged(!p.why().isEmpty());
        regimes.addRow(
                0, head("Regime"), head("Accuracy"), head("90 % interval"), head("Effective n"));
        int row = 1;
        for (BotRegimes.Line line : p.lines()) {
            Label name = new Label(line.borrowed() ? line.regime() + ", borrowed" : line.regime());
            List<Label> cells =
                    List.of(
                            name,
                            figure(line.accuracy()),
                            figure(line.interval()),
                            figure(line.effective()));
            if (line.borrowed()) {
                cells.forEach(cell -> cell.getStyleClass().add("muted"));
            }
            regimes.addRow(row++, cells.toArray(Node[]::new));
        }
    }

    private static VBox nowPart(BotProjection.Now now) {
        Label value = new Label(now.value());
        value.getStyleClass().addAll("card-value", "figures");
        Label interval = new Label(now.interval().isEmpty() ? "" : "90 %: " + now.interval());
        interval.getStyleClass().addAll("muted", "figures");
        HBox line = new HBox(8, value, interval);
        line.getStyleClass().add("base-line");
        IntervalBar bar = new IntervalBar();
        bar.show(
                now.wide(),
                now.half(),
                now.scaleLow(),
                now.scaleHigh(),
                now.reference(),
                now.title() + " " + now.value() + ", 90 % interval " + now.interval());
        Label reference = new Label(now.referenceText());
        reference.getStyleClass().add("muted");
        return new VBox(2, title(now.title()), line, bar, reference);
    }

    private static Label badge(String text) {
        Label badge = new Label(text);
        badge.getStyleClass().add("badge");
        return badge;
    }

    /// A bullet and a text that wraps beside it, not under it.
    private static HBox line(String text) {
        return line(text, List.of());
    }

    private static HBox lossLine(String text) {
        return line(text, List.of("result-loss"));
    }

    private static HBox line(String text, List<String> style) {
        Label bullet = new Label("•");
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        for (Label part : List.of(bullet, words)) {
            part.getStyleClass().addAll(style);
        }
        bullet.setMinWidth(Region.USE_PREF_SIZE);
        return new HBox(8, bullet, words);
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("panel-title");
        return title;
    }

    private static Label head(String text) {
        Label head = new Label(text);
        head.getStyleClass().add("muted");
        return head;
    }

    private static Label figure(String text) {
        Label figure = new Label(text);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        figure.getStyleClass().add("figures");
        return figure;
    }
}
