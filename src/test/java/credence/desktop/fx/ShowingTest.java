package credence.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ShowingTest {

    @Test
    void aNodeShowsWhileItsWindowDoesAndNoParentIsInvisible() {
        OnFx.run(
                () -> {
                    Label node = new Label();
                    StackPane tab = new StackPane(node);
                    StackPane root = new StackPane(tab);
                    ReadOnlyBooleanProperty showing = Showing.of(node);
                    assertFalse(showing.get());
                    Stage stage = new Stage();
                    stage.setScene(new Scene(root, 100, 100));
                    assertFalse(showing.get());
                    stage.show();
                    assertTrue(showing.get());
                    tab.setVisible(false);
                    assertFalse(showing.get());
                    tab.setVisible(true);
                    assertTrue(showing.get());
                    root.getChildren().clear();
                    assertFalse(showing.get());
                    root.getChildren().add(tab);
                    assertTrue(showing.get());
                    stage.hide();
                    assertFalse(showing.get());
                });
    }

    @Test
    void aSubscriptionLivesOnlyWhileTheNodeShows() {
        OnFx.run(
                () -> {
                    List<String> log = new ArrayList<>();
                    Label node = new Label();
                    var subscription =
                            Showing.during(
                                    node,
                                    () -> {
                                        log.add("on");
                                        return () -> log.add("off");
                                    });
                    Stage stage = new Stage();
                    stage.setScene(new Scene(new StackPane(node), 100, 100));
                    stage.show();
                    node.setVisible(false);
                    node.setVisible(true);
                    subscription.unsubscribe();
                    node.setVisible(false);
                    stage.hide();
                    assertEquals(List.of("on", "off", "on", "off"), log);
                });
    }
}
