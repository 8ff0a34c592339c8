package credence.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.DoubleDataSet;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// The libraries of the desktop work together without a display, with JavaFX as named modules.
@ExtendWith(ApplicationExtension.class)
class HeadlessPlatformTest {

    private final AtomicInteger clicks = new AtomicInteger();
    private Scene scene;

    @Start
    void show(Stage stage) {
        Button button = new Button("Import", new FontIcon(Feather.DOWNLOAD));
        button.setId("import");
        button.setOnAction(_ -> clicks.incrementAndGet());
        TextField field = new TextField();
        field.setId("field");

        DoubleDataSet trust = new DoubleDataSet("trust");
        for (int i = 0; i < 1_000; i++) {
            trust.add(i, Math.sin(i / 50.0));
        }
        XYChart chart = new XYChart(new DefaultNumericAxis("n"), new DefaultNumericAxis("trust"));
        chart.getDatasets().add(trust);

        scene = new Scene(new VBox(button, field, new CheckComboBox<String>(), chart), 800, 600);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aHandCanClickAndType(FxRobot robot) {
        robot.clickOn("#import");
        robot.clickOn("#field").write("Bot 7");

        assertEquals(1, clicks.get());
        assertEquals("Bot 7", robot.lookup("#field").queryAs(TextField.class).getText());
    }

    @Test
    void chartsAreDrawn() throws Exception {
        WritableImage picture = WaitForAsyncUtils.asyncFx(() -> scene.snapshot(null)).get();

        Set<Integer> colours = new HashSet<>();
        for (int y = 150; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                colours.add(picture.getPixelReader().getArgb(x, y));
            }
        }
        assertTrue(colours.size() > 10, () -> "colours: " + colours.size());
    }

    @Test
    void textHasAFont() {
        Text text = new Text("trust");

        assertFalse(Font.getFamilies().isEmpty());
        assertTrue(text.getLayoutBounds().getWidth() > 10);
    }
}
