package credence.desktop.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import credence.desktop.fx.OnFx;
import credence.desktop.fx.SystemFileChoice;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Theme;

import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.lang.ref.WeakReference;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// chartfx has deadlocked and leaked: charts are opened, fed, zoomed and closed many times, and must all go away.
class ChartSoakTest {

    private static final int TIMES = 200;

    private final TimeCursor cursor = new TimeCursor();
    private final ChartTools tools =
            new ChartTools(new Figures(Locale.ENGLISH, ZoneId.of("UTC")), new SystemFileChoice());
    private final TimePicture picture = PanScript.belief(500);
    private final TimePicture longer = PanScript.belief(800);

    @Test
    void chartsOpenedAndClosedTwoHundredTimesLeaveNothingBehind() throws InterruptedException {
        BorderPane root = OnFx.get(BorderPane::new);
        Stage stage =
                OnFx.get(
                        () -> {
                            Stage made = new Stage();
                            Scene scene = new Scene(root, 600, 400);
                            new Theme().dress(scene);
                            made.setScene(scene);
                            made.show();
                            return made;
                        });
        List<WeakReference<TimeChart>> charts = new ArrayList<>();
        // One is kept on purpose: the count below must see a chart that is held.
        TimeChart held = OnFx.get(() -> new TimeChart(cursor, tools, picture));
        charts.add(new WeakReference<>(held));
        for (int i = 0; i < TIMES; i++) {
            charts.add(openAndUse(root, i));
            OnFx.pulses(stage.getScene(), 1);
            OnFx.run(
                    () -> {
                        root.setCenter(null);
                        cursor.reset();
                    });
        }
        // The last ones may still be held by the scene's last frame.
        OnFx.pulses(stage.getScene(), 3);
        long left = left(charts);
        OnFx.run(stage::close);
        assertEquals(picture, held.picture());
        assertEquals(1, left, "charts that cannot be collected, the one held included");
    }

    // In a method of its own, so that no local variable keeps the chart.
    private WeakReference<TimeChart> openAndUse(BorderPane root, int i) {
        return OnFx.get(
                () -> {
                    TimeChart chart = new TimeChart(cursor, tools, picture);
                    root.setCenter(chart);
                    chart.show(longer);
                    cursor.zoom(cursor.range().from() + cursor.range().length() / 3, 0.5);
                    cursor.moveTo(cursor.range().from() + i);
                    chart.tableShownProperty().set(i % 10 == 0);
                    return new WeakReference<>(chart);
                });
    }

    private static long left(List<WeakReference<TimeChart>> charts) throws InterruptedException {
        long left = TIMES;
        for (int round = 0; round < 50 && left > 1; round++) {
            System.gc();
            Thread.sleep(40);
            left = charts.stream().filter(chart -> chart.get() != null).count();
        }
        return left;
    }
}
