package credence.desktop.chart;

import javafx.application.Platform;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Frame times of a belief chart with a million points against one with a thousand and against an empty redraw, panned by
/// script at full speed in software rendering without a display. Run it as a program:
///
///     mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dmain.class=credence.desktop.chart.ChartPanBench
public final class ChartPanBench {

    private static final int FRAMES = 400;

    private ChartPanBench() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        // Frames as fast as they can be made, else the pace of the screen would hide what they
        // cost.
        System.setProperty("javafx.animation.fullspeed", "true");
        Platform.startup(() -> Platform.setImplicitExit(false));
        PanScript.Frames blank = timed(() -> PanScript.blank(FRAMES));
        PanScript.Frames small = pan(1_000);
        PanScript.Frames big = pan(1_000_000);
        PanScript.Frames again = pan(1_000);
        for (PanScript.Frames frames : List.of(blank, small, big, again)) {
            System.out.println(frames);
        }
        System.out.printf(
                Locale.ROOT,
                "a million points take %.2f times the frame time of a thousand, %.2f times that of"
                        + " an empty redraw%n",
                big.median() / Math.min(small.median(), again.median()),
                big.median() / blank.median());
        Platform.exit();
    }

    private static PanScript.Frames pan(int points)
            throws InterruptedException, ExecutionException {
        TimePicture picture = PanScript.belief(points);
        return timed(() -> PanScript.run(picture, FRAMES));
    }

    private static PanScript.Frames timed(Callable<CompletableFuture<PanScript.Frames>> run)
            throws InterruptedException, ExecutionException {
        FutureTask<CompletableFuture<PanScript.Frames>> start = new FutureTask<>(run);
        Platform.runLater(start);
        return start.get().get();
    }
}
