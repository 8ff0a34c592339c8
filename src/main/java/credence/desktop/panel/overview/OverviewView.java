package credence.desktop.panel.overview;

import credence.core.trust.BotTrust;
import credence.core.value.BotId;
import credence.desktop.chart.TimeChart;
import credence.desktop.chart.TimeCursor;
import credence.desktop.chart.TimePicture;
import credence.desktop.fx.Showing;
import credence.desktop.part.BusyPill;
import credence.desktop.part.EmptyPane;
import credence.desktop.part.Fittings;
import credence.desktop.part.Fxml;
import credence.desktop.part.Help;
import credence.desktop.part.ScreenView;
import credence.desktop.table.Column;
import credence.desktop.table.SortFilterTable;
import credence.desktop.theme.Unit;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Shows the trust board: headline, figures over all bots, one row per bot, and the reasons of the chosen one.
public final class OverviewView implements ScreenView {

    private final OverviewViewModel model;
    private final SortFilterTable<OverviewProjection.Row> table;
    private final EmptyPane empty;
    private final TimeCursor cursor = new TimeCursor();
    private final Fittings fittings;
    private @Nullable TimeChart equity;
    private boolean filling;

    @FXML private StackPane root;
    @FXML private VBox content;
    @FXML private Label headline;
    @FXML private Label ranking;
    @FXML private GridPane cards;
    @FXML private GridPane weights;
    @FXML private Label weightsText;
    @FXML private VBox equityCard;
    @FXML private StackPane board;
    @FXML private Label whyTitle;
    @FXML private Label why;
    @FXML private Button open;

    public OverviewView(OverviewViewModel model, Fittings fittings) {
        this.model = model;
        this.fittings = fittings;
        Fxml.load(this);
        empty = new EmptyPane(fittings.actions());
        root.getChildren().addAll(empty, new BusyPill(model.busy()));
        table = fittings.table("overview.board", columns(), OverviewProjection.Row::bot);
        table.setAccessibleText("Trust board");
        table.filteringProperty().set(false);
        board.getChildren().add(table);
        Help.on(
                table,
                "Trust board",
                "One row per bot, ranked by the probability that its edge is above zero: that it"
                    + " earns more than it costs. Win rate is not merit: a bot can win 97 times in"
                    + " 100 and lose money. Choosing rows makes every screen show those bots; Enter"
                    + " or a double click shows why a bot stands where it stands.");
        table.onOpen(row -> model.open(row.bot()));
        table.selection()
                .addListener(
                        (ListChangeListener<OverviewProjection.Row>)
                                _ -> {
                                    if (!filling) {
                                        chosen();
                                    }
                                });
        open.setOnAction(
                _ -> {
                    OverviewProjection.Row row = table.selectedProperty().get();
                    if (row != null) {
                        model.open(row.bot());
                    }
                });
        weights.getColumnConstraints()
                .addAll(new ColumnConstraints(), growing(), new ColumnConstraints());
        Showing.of(root).subscribe(model::showing);
        Showing.during(root, () -> model.shown().subscribe(this::show));
        Showing.during(root, () -> model.equity().subscribe(this::showEquity));
        Showing.during(root, () -> model.selection().subscribe(_ -> follow()));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focusFilter() {
        table.focusFilter();
    }

    private void show(OverviewProjection p) {
        empty.show(p.emptiness());
        content.setVisible(p.emptiness() == null && !p.rows().isEmpty());
        headline.setText(p.headline());
        ranking.setText(p.ranking());
        cards.getChildren().clear();
        int row = 0;
        for (OverviewProjection.Card card : p.cards()) {
            Label title = new Label(card.title());
            title.getStyleClass().add("card-title");
            Label value = new Label(card.value());
            value.getStyleClass().addAll("figures", "card-figure");
            // The detail would take the chart's room: it stands in the tooltip, and is read out.
            title.setTooltip(new Tooltip(card.detail()));
            value.setTooltip(new Tooltip(card.detail()));
            value.setAccessibleText(card.title() + ": " + card.value() + ", " + card.detail());
            title.setMinWidth(Region.USE_PREF_SIZE);
            value.setMinWidth(Region.USE_PREF_SIZE);
            cards.addRow(row++, title, value);
        }
        weights.getChildren().clear();
        int line = 0;
        for (OverviewProjection.Weight weight : p.weights()) {
            ProgressBar bar = new ProgressBar(weight.share());
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setAccessibleText("Weight of " + weight.bot() + ": " + weight.text());
            Label share = new Label(weight.text());
            share.getStyleClass().add("figures");
            share.setMinWidth(Region.USE_PREF_SIZE);
            Label bot = new Label(weight.bot().name());
            // Names are long and differ at their ends; the chart needs the room more.
            bot.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            bot.setTooltip(new Tooltip(weight.bot().name()));
            bot.setMinWidth(60);
            bar.setMinWidth(40);
            bar.setPrefWidth(72);
            weights.addRow(line++, bot, bar, share);
        }
        weightsText.setText(p.weightsText());
        filling = true;
        table.rows(p.rows());
        filling = false;
        follow();
    }

    private void showEquity(Optional<TimePicture> picture) {
        if (picture.isEmpty()) {
            return;
        }
        if (equity == null) {
            equity = new TimeChart(cursor, fittings.charts(), picture.get());
            equity.compact();
            VBox.setVgrow(equity, Priority.ALWAYS);
            equityCard.getChildren().setAll(equity);
        } else {
            equity.show(picture.get());
        }
    }

    /// Shows what is chosen, wherever it was chosen.
    private void follow() {
        List<BotId> chosen = model.selection().get().bots();
        List<BotId> marked = table.selection().stream().map(OverviewProjection.Row::bot).toList();
        if (!marked.containsAll(chosen) || marked.size() != chosen.size()) {
            filling = true;
            table.clearSelection();
            if (!chosen.isEmpty()) {
                table.select(row -> row.bot().equals(chosen.getFirst()));
            }
            filling = false;
        }
        showWhy();
    }

    private void chosen() {
        model.choose(table.selection().stream().map(OverviewProjection.Row::bot).toList());
        showWhy();
    }

    private void showWhy() {
        OverviewProjection.@Nullable Row row = table.selectedProperty().get();
        open.setVisible(row != null);
        if (row == null) {
            whyTitle.setText("Choose a bot to see why it stands where it stands");
            why.setText("");
        } else {
            whyTitle.setText(row.bot().name() + " is number " + row.rank());
            why.setText(row.why());
        }
    }

    private static List<Column<OverviewProjection.Row>> columns() {
        return List.of(
                Column.<OverviewProjection.Row>count("rank", "#", OverviewProjection.Row::rank)
                        .width(40)
                        .help("Place on the board"),
                Column.<OverviewProjection.Row>text("bot", "Bot", row -> row.bot().name())
                        .width(336),
                Column.<OverviewProjection.Row>bar(
                                "edge-probability",
                                "P(edge > 0), %",
                                row -> row.trust().probabilityOfEdge())
                        .width(132)
                        .help("Probability that the bot earns more than it costs"),
                estimate("mean-r", "Mean R", Unit.R, BotTrust::expectancyR)
                        .width(180)
                        .styled(OverviewView::sureSign)
                        .help(
                                "Believed mean result of a trade in units of the risk taken, after"
                                        + " costs. Coloured only where the whole interval has one"
                                        + " sign"),
                estimate("accuracy", "Accuracy, %", Unit.SHARE, BotTrust::accuracy)
                        .width(128)
                        .help(
                                "Believed share of won trades. No merit by itself: see the"
                                        + " break-even rate"),
                estimate("break-even", "Break-even, %", Unit.SHARE, BotTrust::breakEvenRate)
                        .width(140)
                        .help("Share of won trades at which the bot would make nothing")
                        .hidden(),
                Column.<OverviewProjection.Row>count(
                                "outcomes", "Outcomes", row -> row.trust().outcomes())
                        .width(96)
                        .help(
                                "What was learned from: trades that share one entry are one"
                                        + " outcome"),
                estimate("weight", "Weight, %", Unit.SHARE, BotTrust::effectiveWeight)
                        .width(98)
                        .help("Advised share of the book"),
                Column.<OverviewProjection.Row>trend("trend", "Trend", row -> row.trust().trend())
                        .width(98)
                        .help("Believed mean R over the last outcomes, at most 60"),
                Column.<OverviewProjection.Row>time(
                        "last", "Last outcome", row -> row.trust().lastOutcome()),
                Column.<OverviewProjection.Row>text(
                                "duplicates",
                                "Same trades",
                                OverviewProjection.Row::likewise,
                                OverviewProjection.Row::duplicates)
                        .width(114)
                        .hidden()
                        .help("Bots with the very same trades count as one"),
                Column.<OverviewProjection.Row>text(
                                "verdict", "Verdict", OverviewProjection.Row::verdict)
                        .width(104)
                        .hidden(),
                Column.<OverviewProjection.Row>count(
                                "trades", "Trades", row -> row.trust().trades())
                        .width(84)
                        .hidden(),
                estimate("confidence", "Confidence, %", Unit.SHARE, BotTrust::confidence)
                        .width(120)
                        .help("How much evidence there is: 10 % without any, up to 95 %")
                        .hidden(),
                estimate(
                                "belief-weight",
                                "Belief weight, ×",
                                Unit.MULTIPLE,
                                BotTrust::beliefWeightMultiple)
                        .width(134)
                        .help(
                                "Accuracy × confidence as a multiple of equal weight. Shown, not"
                                        + " used: it likes bots that win often and lose much")
                        .hidden(),
                Column.<OverviewProjection.Row>text("state", "State", OverviewProjection.Row::state)
                        .width(84)
                        .hidden(),
                Column.<OverviewProjection.Row>text("why", "Why", OverviewProjection.Row::why)
                        .width(600)
                        .hidden());
    }

    private static String sureSign(OverviewProjection.Row row) {
        Double low = row.trust().expectancyR().low();
        Double high = row.trust().expectancyR().high();
        if (low != null && low > 0) {
            return "result-profit";
        }
        return high != null && high < 0 ? "result-loss" : "";
    }

    private static Column<OverviewProjection.Row> estimate(
            String id,
            String title,
            Unit unit,
            java.util.function.Function<BotTrust, credence.core.value.Estimate> value) {
        return Column.estimate(id, title, unit, row -> value.apply(row.trust()));
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }
}
