package credence.desktop.chart;

import javafx.application.Platform;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Frame times of a belief chart with a million points against one with a thousand, panned by script at full speed in
/// software rendering without a display. Run it as a program:
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
        PanScript.Frames small = pan(1_000);
        PanScript.Frames big = pan(1_000_000);
        PanScript.Frames again = pan(1_000);
        System.out.println(small);
        System.out.println(big);
        System.out.println(again);
        System.out.printf(
                Locale.ROOT,
                "a million points take %.2f times the frame time of a thousand%n",
                big.median() / Math.min(small.median(), again.median()));
        Platform.exit();
    }

    private static PanScript.Frames pan(int points)
            throws InterruptedException, ExecutionException {
        TimePicture picture = PanScript.belief(points);
        FutureTask<CompletableFuture<PanScript.Frames>> start =
                new FutureTask<>(() -> PanScript.run(picture, FRAMES));
        Platform.runLater(start);
        return start.get().get();
    }
}
