package credence.desktop.panel.regimes;

import credence.core.regime.Taxonomy;
import credence.core.value.Symbol;
import credence.desktop.chart.ChartStack;
import credence.desktop.chart.TimeChart;
import credence.desktop.chart.TimeCursor;
import credence.desktop.chart.TimePicture;
import credence.desktop.chart.TimeRange;
import credence.desktop.fx.Showing;
import credence.desktop.part.BusyPill;
import credence.desktop.part.EmptyPane;
import credence.desktop.part.Fittings;
import credence.desktop.part.Fxml;
import credence.desktop.part.Help;
import credence.desktop.part.ScreenView;
import credence.desktop.table.Column;
import credence.desktop.table.SortFilterTable;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Shows what the market is doing: price and regimes on one time axis, and beside them what bots made of each.
public final class RegimesView implements ScreenView {

    private static final Duration MONTH = Duration.ofDays(30);

    private final Fittings fittings;
    private final EmptyPane empty;
    private final TimeCursor cursor = new TimeCursor();
    private final List<TimeChart> drawn = new ArrayList<>();
    private final SortFilterTable<RegimesProjection.RegimeRow> regimes;
    private final SortFilterTable<RegimesProjection.DayRow> days;
    private final SortFilterTable<RegimesProjection.SituationRow> situations;
    private final SortFilterTable<RegimesProjection.RefitRow> refits;
    private final Map<Taxonomy, SortFilterTable<RegimesProjection.BotRow>> bots =
            new EnumMap<>(Taxonomy.class);

    /// What the stretch shown was chosen for.
    private String stretched = "";

    private boolean filling;

    @FXML private StackPane root;
    @FXML private VBox content;
    @FXML private ComboBox<Symbol> symbols;
    @FXML private ComboBox<Taxonomy> taxonomies;
    @FXML private Label now;
    @FXML private ToggleButton whole;
    @FXML private Label reason;
    @FXML private Label situation;
    @FXML private StackPane charts;
    @FXML private TabPane tabs;
    @FXML private StackPane regimesPlace;
    @FXML private Label costs;
    @FXML private StackPane daysPlace;
    @FXML private Label dependence;
    @FXML private StackPane botsPlace;
    @FXML private Label borrowed;
    @FXML private StackPane situationsPlace;
    @FXML private Label modelText;
    @FXML private StackPane refitsPlace;

    public RegimesView(RegimesViewModel model, Fittings fittings) {
        this.fittings = fittings;
        Fxml.load(this);
        empty = new EmptyPane(fittings.actions());
        root.getChildren().addAll(empty, new BusyPill(model.busy()));
        regimes =
                table(
                        "regimes.shares",
                        "Regimes",
                        RegimeColumns.regimes(),
                        RegimesProjection.RegimeRow::regime);
        regimesPlace.getChildren().add(regimes);
        days =
                table(
                        "regimes.days",
                        "Results by day of the regime",
                        RegimeColumns.days(),
                        row -> row.regime() + row.day());
        daysPlace.getChildren().add(days);
        situations =
                table(
                        "regimes.situations",
                        "Situations",
                        RegimeColumns.situations(),
                        RegimesProjection.SituationRow::words);
        situationsPlace.getChildren().add(situations);
        refits =
                table(
                        "regimes.refits",
                        "Refits of the model",
                        RegimeColumns.refits(),
                        RegimesProjection.RefitRow::at);
        refitsPlace.getChildren().add(refits);
        whole.setOnAction(_ -> stretch());
        taxonomies.getItems().setAll(Taxonomy.values());
        taxonomies.setConverter(words());
        taxonomies.setValue(model.taxonomy().get());
        taxonomies
                .valueProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                model.taxonomy().set(chosen);
                            }
                        });
        symbols.valueProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null && !filling) {
                                model.symbol().set(chosen);
                            }
                        });
        Help.on(
                content,
                "What the market is doing",
                "The ribbon under the price names the regime as it was known then, from candles"
                    + " closed until then and nothing later; the paler it is, the less sure. Four"
                    + " and seven are rules on hourly candles, five is a model of daily ones. The"
                    + " tables beside tell how long each lasts, what follows it, and what trades"
                    + " entered in it came to.");
        Showing.of(root).subscribe(model::showing);
        Showing.during(root, () -> model.shown().subscribe(this::show));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void focusFilter() {
        switch (tabs.getSelectionModel().getSelectedIndex()) {
            case 0 -> regimes.focusFilter();
            case 1 -> bots(taxonomies.getValue()).focusFilter();
            case 2 -> situations.focusFilter();
            default -> refits.focusFilter();
        }
    }

    private void show(RegimesProjection p) {
        empty.show(p.emptiness());
        content.setVisible(p.symbol() != null);
        if (p.symbol() == null) {
            return;
        }
        filling = true;
        symbols.getItems().setAll(p.symbols());
        symbols.setValue(p.symbol());
        filling = false;
        now.setText(p.now());
        reason.setText(p.reason());
        situation.setText(p.situation());
        if (p.price() != null && p.likelihood() != null) {
            draw(List.of(p.price(), p.likelihood()));
            String wanted = p.symbol() + " " + p.taxonomy();
            if (!wanted.equals(stretched)) {
                stretched = wanted;
                // Days need more room than hours: the five are shown whole.
                whole.setSelected(p.taxonomy() == Taxonomy.FIVE);
                stretch();
            }
        }
        regimes.rows(p.regimes());
        costs.setText(p.costs());
        costs.setVisible(!p.costs().isEmpty());
        costs.setManaged(!p.costs().isEmpty());
        days.rows(p.days());
        dependence.setText(p.dependence());
        SortFilterTable<RegimesProjection.BotRow> table = bots(p.taxonomy());
        botsPlace.getChildren().setAll(table);
        table.rows(p.bots());
        borrowed.setVisible(p.taxonomy() == Taxonomy.FOUR);
        borrowed.setManaged(p.taxonomy() == Taxonomy.FOUR);
        situations.rows(p.situations());
        modelText.setText(p.model());
        refits.rows(p.refits());
    }

    /// The whole span, or its latest month.
    private void stretch() {
        cursor.reset();
        if (!whole.isSelected()) {
            long to = cursor.rangeProperty().get().to();
            cursor.show(new TimeRange(to - MONTH.toMillis(), to));
        }
    }

    private void draw(List<TimePicture> pictures) {
        if (drawn.isEmpty()) {
            pictures.forEach(
                    picture -> drawn.add(new TimeChart(cursor, fittings.charts(), picture)));
            charts.getChildren().setAll(new ChartStack(drawn));
        } else {
            for (int i = 0; i < pictures.size(); i++) {
                drawn.get(i).show(pictures.get(i));
            }
        }
    }

    private SortFilterTable<RegimesProjection.BotRow> bots(Taxonomy taxonomy) {
        return bots.computeIfAbsent(
                taxonomy,
                t ->
                        table(
                                "regimes.bots." + t.name().toLowerCase(Locale.ROOT),
                                "Bots by regime",
                                RegimeColumns.bots(t),
                                RegimesProjection.BotRow::bot));
    }

    private <R> SortFilterTable<R> table(
            String name,
            String words,
            List<Column<R>> columns,
            java.util.function.Function<? super R, ?> identity) {
        SortFilterTable<R> table = fittings.table(name, columns, identity::apply);
        table.filteringProperty().set(false);
        table.setAccessibleText(words);
        return table;
    }

    private static StringConverter<Taxonomy> words() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable Taxonomy taxonomy) {
                return taxonomy == null ? "" : name(taxonomy);
            }

            @Override
            public @Nullable Taxonomy fromString(String text) {
                return null;
            }
        };
    }

    static String name(Taxonomy taxonomy) {
        return switch (taxonomy) {
            case FOUR -> "Four, hourly";
            case FIVE -> "Five, daily";
            case SEVEN -> "Seven, hourly";
        };
    }
}
