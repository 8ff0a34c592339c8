package credence.desktop.demo;

import credence.core.belief.BeliefPoint;
import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.Money;
import credence.core.value.Status;
import credence.desktop.chart.BeliefPicture;
import credence.desktop.chart.ChartStack;
import credence.desktop.chart.ChartTools;
import credence.desktop.chart.HistoryPicture;
import credence.desktop.chart.LinePicture;
import credence.desktop.chart.SamplePoints;
import credence.desktop.chart.TimeChart;
import credence.desktop.chart.TimeCursor;
import credence.desktop.chart.TimeRange;
import credence.desktop.chart.TimeSeries;
import credence.desktop.chart.ValueScale;
import credence.desktop.fx.SystemFileChoice;
import credence.desktop.table.Column;
import credence.desktop.table.LayoutMemory;
import credence.desktop.table.SortFilterTable;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Theme;
import credence.desktop.theme.ThemeChoice;
import credence.desktop.theme.Unit;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.util.Duration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A window with everything of the layer below the screens, to look at. Argument `dark` for the dark theme.
public final class ChartDemo {

    record Bot(
            String name,
            int trades,
            Estimate accuracy,
            Double r,
            Money net,
            Instant last,
            List<Double> trend) {}

    public static void main(String[] arguments) {
        Application.launch(App.class, arguments);
    }

    /// Not the main class: JavaFX on the class path refuses one that is an Application.
    public static final class App extends Application {

        @Override
        public void start(Stage stage) {
            boolean dark = getParameters().getRaw().contains("dark");
            Figures figures = new Figures(Locale.ENGLISH, ZoneId.of("Asia/Shanghai"));
            ChartTools tools = new ChartTools(figures, new SystemFileChoice());
            TimeCursor cursor = new TimeCursor();
            List<BeliefPoint> points = SamplePoints.belief("trend-7", 240, 4);
            BeliefPicture beliefs = new BeliefPicture(figures);
            HistoryPicture history = new HistoryPicture(figures);
            TimeChart accuracy = new TimeChart(cursor, tools, beliefs.accuracy("trend-7", points));
            TimeChart edge = new TimeChart(cursor, tools, beliefs.edge("trend-7", points));
            TimeChart weights = new TimeChart(cursor, tools, weights());
            TimeChart timeline =
                    new TimeChart(
                            cursor,
                            tools,
                            history.timeline("Learning history", SamplePoints.events(points)));
            TimeChart velocity =
                    new TimeChart(
                            cursor,
                            tools,
                            history.velocity("Learning velocity", SamplePoints.events(points)));
            ChartStack charts =
                    new ChartStack(List.of(accuracy, edge, weights, timeline, velocity));
            timeline.setMinHeight(130);
            timeline.setMaxHeight(130);
            velocity.setMinHeight(170);
            velocity.setMaxHeight(170);
            SplitPane split = new SplitPane(charts, table(figures));
            split.setDividerPositions(0.5);
            Scene scene = new Scene(new BorderPane(split), 1440, 900);
            Theme theme = new Theme();
            theme.choiceProperty().set(dark ? ThemeChoice.DARK : ThemeChoice.LIGHT);
            theme.dress(scene);
            stage.setScene(scene);
            stage.setTitle("Charts");
            stage.show();
            if (getParameters().getRaw().contains("zoom")) {
                cursor.show(TimeRange.of(points.get(100).time(), points.get(150).time()));
            }
            if (getParameters().getRaw().contains("twin")) {
                edge.tableShownProperty().set(true);
            }
            if (getParameters().getRaw().contains("cursor")) {
                PauseTransition wait = new PauseTransition(Duration.seconds(2));
                wait.setOnFinished(
                        event -> {
                            cursor.moveTo(points.get(119).time().toEpochMilli());
                            accuracy.fireEvent(
                                    new KeyEvent(
                                            KeyEvent.KEY_PRESSED,
                                            "",
                                            "",
                                            KeyCode.RIGHT,
                                            false,
                                            false,
                                            false,
                                            false));
                        });
                wait.play();
            }
            if (getParameters().getRaw().contains("export")) {
                PauseTransition wait = new PauseTransition(Duration.seconds(3));
                wait.setOnFinished(
                        event -> {
                            try {
                                Path folder = Path.of(System.getProperty("java.io.tmpdir"));
                                Files.write(folder.resolve("demo.png"), weights.png());
                                Files.writeString(folder.resolve("demo.svg"), accuracy.svg());
                            } catch (IOException failure) {
                                throw new UncheckedIOException(failure);
                            }
                        });
                wait.play();
            }
        }
    }

    static credence.desktop.chart.TimePicture weights() {
        List<LinePicture.Named> lines = new ArrayList<>();
        for (int bot = 0; bot < 20; bot++) {
            List<BeliefPoint> points = SamplePoints.belief("bot-" + bot, 200, 100 + bot);
            long[] times = points.stream().mapToLong(p -> p.time().toEpochMilli()).toArray();
            double[] values = points.stream().mapToDouble(p -> p.weightAfter() / 10).toArray();
            lines.add(new LinePicture.Named("bot-" + bot, new TimeSeries(times, values)));
        }
        return LinePicture.many(
                "Weights of the bots",
                "Twenty bots.",
                ValueScale.fromZero("Share of influence, %", Unit.SHARE),
                lines);
    }

    static SortFilterTable<Bot> table(Figures figures) {
        List<Bot> bots = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            List<BeliefPoint> points = SamplePoints.belief("bot-" + i, 20 + 7 * i, 900 + i);
            BeliefPoint last = points.getLast();
            bots.add(
                    new Bot(
                            "order-dual-stop-" + i,
                            points.size(),
                            i % 9 == 8 ? Estimate.none(Status.TOO_FEW, 3) : last.accuracy(),
                            i % 9 == 8 ? null : last.edge().value(),
                            new Money(
                                    new BigDecimal("1234.567").multiply(BigDecimal.valueOf(i - 30)),
                                    CurrencyCode.USD),
                            last.time(),
                            points.stream()
                                    .skip(Math.max(0, points.size() - 60))
                                    .map(p -> p.edge().orElse(0))
                                    .toList()));
        }
        SortFilterTable<Bot> table =
                new SortFilterTable<>(
                        "demo.board",
                        List.of(
                                Column.<Bot>text("bot", "Bot", Bot::name),
                                Column.<Bot>count("trades", "Trades", Bot::trades).summed(),
                                Column.<Bot>estimate(
                                        "accuracy", "Win rate, %", Unit.SHARE, Bot::accuracy),
                                Column.<Bot>figure("edge", "Edge, R", Unit.R, Bot::r)
                                        .colouredBySign(),
                                Column.<Bot>money("net", "Net P&L", Bot::net).summed(),
                                Column.<Bot>trend("trend", "Trend", Bot::trend),
                                Column.<Bot>time("last", "Last trade", Bot::last)),
                        Bot::name,
                        LayoutMemory.untilExit(),
                        figures,
                        new SystemFileChoice());
        table.rows(bots);
        return table;
    }
}
