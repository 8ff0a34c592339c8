package credence.desktop.chart;

import credence.desktop.fx.SystemFileChoice;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Hue;
import credence.desktop.theme.Theme;

import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/// A scripted pan over a belief chart: zooms to a part, then moves it a little every frame, and times the frames.
final class PanScript {

    private static final int WARM_UP = 40;
    private static final int WIDTH = 980;
    private static final int HEIGHT = 560;

    private PanScript() {}

    /// Times of the frames in milliseconds, sorted.
    record Frames(String what, double[] sorted) {

        double median() {
            return sorted[sorted.length / 2];
        }

        double p95() {
            return sorted[(int) (sorted.length * 0.95)];
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-26s median %6.2f ms, 95th %6.2f ms, longest %6.2f ms (%d frames)",
                    what,
                    median(),
                    p95(),
                    sorted[sorted.length - 1],
                    sorted.length);
        }
    }

    /// A belief with line, two bands, outcomes and a few seams.
    static TimePicture belief(int n) {
        long[] times = new long[n];
        double[] middle = new double[n];
        double[][] bounds = new double[4][n];
        Outcome[] kinds = new Outcome[n];
        long state = 11;
        double value = 0.5;
        for (int i = 0; i < n; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            double draw = (state >>> 11) / (double) (1L << 53);
            times[i] = 1_600_000_000_000L + i * 100_000_000L / Math.max(1, n / 1000);
            value = Math.clamp(value + (draw - 0.5) * 0.01, 0.3, 0.7);
            middle[i] = value;
            bounds[0][i] = value - 0.1;
            bounds[1][i] = value - 0.04;
            bounds[2][i] = value + 0.04;
            bounds[3][i] = value + 0.1;
            kinds[i] = draw < 0.02 ? Outcome.EVEN : draw < 0.55 ? Outcome.WON : Outcome.LOST;
        }
        TimeSeries line = new TimeSeries(times, middle);
        return new TimePicture(
                "Belief",
                "Made up.",
                ValueScale.share("Believed win rate, %"),
                List.of(
                        new Layer.Band(
                                "90 %",
                                Hue.BAND_90, true, line.with(bounds[0]), line.with(bounds[3])),
                        new Layer.Band(
                                "50 %",
                                Hue.BAND_50, false, line.with(bounds[1]), line.with(bounds[2])),
                        new Layer.Line("Win rate", Hue.MEDIAN, Layer.Weight.STRONG, line),
                        new Layer.Dots("Won, lost", new Outcomes(line, kinds), i -> ""),
                        new Layer.Marks(
                                "Change",
                                List.of(
                                        new Layer.Mark(times[n / 3], Hue.SEAM, "change"),
                                        new Layer.Mark(times[n / 2], Hue.SEAM, "change")))));
    }

    /// On the JavaFX thread. The times are those between two frames, so they hold everything a frame costs, drawing
    /// included; how long they are at least depends on the pace of the toolkit.
    static CompletableFuture<Frames> run(TimePicture picture, int frames) {
        Figures figures = new Figures(Locale.ENGLISH, ZoneId.of("UTC"));
        TimeCursor cursor = new TimeCursor();
        ChartTools tools = new ChartTools(figures, new SystemFileChoice());
        TimeChart chart = new TimeChart(cursor, tools, picture);
        Stage stage = shown(chart);
        TimeRange all = cursor.range();
        cursor.show(new TimeRange(all.from(), all.from() + all.length() / 2));
        String what = String.format(Locale.ROOT, "%,d points", Layers.firstLine(picture).size());
        return timed(
                stage,
                what,
                frames,
                frame -> cursor.pan(all.length() / 400 * (frame % 200 >= 100 ? -1 : 1)));
    }

    /// The least a frame of that size can cost: one canvas, filled anew.
    static CompletableFuture<Frames> blank(int frames) {
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        return timed(
                shown(canvas),
                "an empty redraw",
                frames,
                frame -> {
                    canvas.getGraphicsContext2D()
                            .setFill(frame % 2 == 0 ? Color.WHITE : Color.WHITESMOKE);
                    canvas.getGraphicsContext2D().fillRect(0, 0, WIDTH, HEIGHT);
                });
    }

    private static Stage shown(Node node) {
        Stage stage = new Stage();
        Scene scene = new Scene(new BorderPane(node), WIDTH, HEIGHT);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static CompletableFuture<Frames> timed(
            Stage stage, String what, int frames, IntConsumer move) {
        CompletableFuture<Frames> result = new CompletableFuture<>();
        double[] times = new double[frames];
        new AnimationTimer() {

            private int frame = -WARM_UP;
            private long before;

            @Override
            public void handle(long ignored) {
                long now = System.nanoTime();
                if (frame > 0) {
                    times[frame - 1] = (now - before) / 1e6;
                }
                before = now;
                if (frame == frames) {
                    stop();
                    stage.close();
                    Arrays.sort(times);
                    result.complete(new Frames(what, times));
                    return;
                }
                frame++;
                move.accept(Math.max(0, frame));
            }
        }.start();
        return result;
    }
}
