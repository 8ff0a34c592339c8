package credence.desktop.part;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// Says that a screen is being worked out, when that takes longer than a moment.
public final class BusyPill extends HBox {

    private static final Duration MOMENT = Duration.millis(350);

    /// @param busy whether something newer than what is seen is being computed
    public BusyPill(ReadOnlyBooleanProperty busy) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(16, 16);
        turning.setAccessibleText("Working it out");
        getChildren().setAll(turning, new Label("Working it out"));
        getStyleClass().add("busy-pill");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMouseTransparent(true);
        setVisible(false);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        PauseTransition pause = new PauseTransition(MOMENT);
        pause.setOnFinished(_ -> setVisible(busy.get()));
        busy.subscribe(
                now -> {
                    if (now) {
                        pause.playFromStart();
                    } else {
                        pause.stop();
                        setVisible(false);
                    }
                });
    }
}
