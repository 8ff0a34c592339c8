package credence.desktop.panel.beliefs;

import credence.core.value.BotId;
import credence.desktop.chart.ChartStack;
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

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/// Shows how beliefs came about: charts on one time axis, and the learning history as a table.
public final class BeliefsView implements ScreenView {

    private final BeliefsViewModel model;
    private final Fittings fittings;
    private final EmptyPane empty;
    private final TimeCursor cursor = new TimeCursor();
    private final List<TimeChart> charts = new ArrayList<>();
    private final SortFilterTable<BeliefsProjection.Learned> own;
    private final SortFilterTable<BeliefsProjection.Learned> mixed;
    private boolean filling;

    @FXML private StackPane root;
    @FXML private VBox content;
    @FXML private ComboBox<BotId> bots;
    @FXML private StackPane belief;
    @FXML private StackPane history;
    @FXML private Label velocityText;
    @FXML private Label historyText;
    @FXML private StackPane eventsPlace;

    public BeliefsView(BeliefsViewModel model, Fittings fittings) {
        this.model = model;
        this.fittings = fittings;
        Fxml.load(this);
        empty = new EmptyPane(fittings.actions());
        root.getChildren().addAll(empty, new BusyPill(model.busy()));
        own = history("beliefs.history", learned());
        List<Column<BeliefsProjection.Learned>> several = new ArrayList<>(learned());
        several.removeIf(column -> column.id().equals("index"));
        several.add(
                1,
                Column.<BeliefsProjection.Learned>text("bot", "Bot", BeliefsProjection.Learned::bot)
                        .width(112));
        mixed = history("beliefs.history.bots", several);
        eventsPlace.getChildren().addAll(own, mixed);
        bots.valueProperty()
                .subscribe(
                        bot -> {
                            if (bot != null && !filling) {
                                model.focus(bot);
                            }
                        });
        Help.on(
                content,
                "How beliefs came about",
                "All charts share one time axis and one cursor. The line is what was believed after"
                    + " each outcome; the true value lies in the dark band with one chance in two"
                    + " and in the light band with nine in ten. Dashed lines are moments at which"
                    + " the bot seems to have changed: what came before then counts less. Drag to"
                    + " zoom, Shift and drag to move, double click to see all, arrows to go from"
                    + " outcome to outcome.");
        Showing.of(root).subscribe(model::showing);
        Showing.during(root, () -> model.shown().subscribe(this::show));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focusFilter() {
        (own.isVisible() ? own : mixed).focusFilter();
    }

    private void show(BeliefsProjection p) {
        empty.show(p.emptiness());
        content.setVisible(p.bot() != null);
        if (p.bot() == null) {
            return;
        }
        filling = true;
        bots.getItems().setAll(model.bots());
        bots.setValue(p.bot());
        filling = false;
        if (p.pictures() != null) {
            draw(p.pictures());
        }
        velocityText.setText(p.velocityText());
        historyText.setText(p.historyText());
        // The bot is a column only where there are several.
        boolean single =
                p.events().stream().map(BeliefsProjection.Learned::bot).distinct().count() <= 1;
        own.setVisible(single);
        mixed.setVisible(!single);
        own.rows(single ? p.events() : List.of());
        mixed.rows(single ? List.of() : p.events());
    }

    private void draw(BeliefsProjection.Pictures p) {
        List<TimePicture> pictures =
                List.of(p.accuracy(), p.edge(), p.weights(), p.timeline(), p.velocity());
        if (charts.isEmpty()) {
            pictures.forEach(
                    picture -> charts.add(new TimeChart(cursor, fittings.charts(), picture)));
            belief.getChildren().setAll(new ChartStack(charts.subList(0, 3)));
            history.getChildren().setAll(new ChartStack(charts.subList(3, 5)));
        } else {
            for (int i = 0; i < pictures.size(); i++) {
                charts.get(i).show(pictures.get(i));
            }
        }
    }

    private SortFilterTable<BeliefsProjection.Learned> history(
            String name, List<Column<BeliefsProjection.Learned>> columns) {
        var table = fittings.table(name, columns, row -> row.bot() + " " + row.index());
        table.filteringProperty().set(false);
        table.setAccessibleText("Learning history");
        return table;
    }

    private static List<Column<BeliefsProjection.Learned>> learned() {
        return List.of(
                Column.<BeliefsProjection.Learned>time(
                                "time", "Time", BeliefsProjection.Learned::time)
                        .width(136),
                Column.<BeliefsProjection.Learned>text(
                                "evidence", "Result", BeliefsProjection.Learned::evidence)
                        .width(72),
                Column.<BeliefsProjection.Learned>figure(
                                "r", "R", Unit.R, BeliefsProjection.Learned::r)
                        .colouredBySign()
                        .width(60),
                Column.<BeliefsProjection.Learned>figure(
                                "prior", "Before, %", Unit.SHARE, BeliefsProjection.Learned::prior)
                        .width(94)
                        .help("Accuracy believed before the outcome"),
                Column.<BeliefsProjection.Learned>figure(
                                "posterior",
                                "After, %",
                                Unit.SHARE,
                                BeliefsProjection.Learned::posterior)
                        .width(84)
                        .help("Accuracy believed after it"),
                Column.<BeliefsProjection.Learned>figure(
                                "likelihood",
                                "Expected, %",
                                Unit.SHARE,
                                BeliefsProjection.Learned::likelihood)
                        .width(96)
                        .hidden()
                        .help("Probability that the belief gave to what then happened"),
                Column.<BeliefsProjection.Learned>count(
                                "index", "Outcome", BeliefsProjection.Learned::index)
                        .width(90)
                        .help("Number of the outcome within the bot"),
                Column.<BeliefsProjection.Learned>figure(
                                "weight-before",
                                "Weight before",
                                Unit.NUMBER,
                                BeliefsProjection.Learned::weightBefore)
                        .width(116)
                        .hidden(),
                Column.<BeliefsProjection.Learned>figure(
                                "weight-after",
                                "Weight after",
                                Unit.NUMBER,
                                BeliefsProjection.Learned::weightAfter)
                        .width(110)
                        .hidden()
                        .help("Accuracy × confidence after it, before it is divided among bots"),
                Column.<BeliefsProjection.Learned>text(
                                "change", "Change", row -> row.change() ? "Change point" : "")
                        .width(110)
                        .hidden()
                        .help("Whether the bot seems to have changed here"));
    }
}
