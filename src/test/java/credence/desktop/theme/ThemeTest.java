package credence.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import credence.desktop.fx.OnFx;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class ThemeTest {

    private final SimpleObjectProperty<ColorScheme> system =
            new SimpleObjectProperty<>(ColorScheme.LIGHT);

    @Test
    void theSystemsSchemeIsFollowedUntilTheTraderChooses() {
        OnFx.run(
                () -> {
                    Theme theme = new Theme(system);
                    assertFalse(theme.darkProperty().get());
                    system.set(ColorScheme.DARK);
                    assertTrue(theme.darkProperty().get());
                    theme.choiceProperty().set(ThemeChoice.LIGHT);
                    assertFalse(theme.darkProperty().get());
                    system.set(ColorScheme.LIGHT);
                    theme.choiceProperty().set(ThemeChoice.DARK);
                    assertTrue(theme.darkProperty().get());
                });
    }

    @Test
    void aSceneKeepsItsOwnStyleSheetsThroughEveryChange() {
        OnFx.run(
                () -> {
                    Theme theme = new Theme(system);
                    Scene scene = new Scene(new StackPane());
                    scene.getStylesheets().add("data:text/css,.own{}");
                    theme.dress(scene);
                    theme.choiceProperty().set(ThemeChoice.DARK);
                    theme.resultColoursProperty().set(ResultColours.RED_GREEN);
                    assertEquals(
                            5, scene.getStylesheets().size(), scene.getStylesheets()::toString);
                    assertEquals("data:text/css,.own{}", scene.getStylesheets().getLast());
                    theme.resultColoursProperty().set(ResultColours.BLUE_ORANGE);
                    assertEquals(
                            4, scene.getStylesheets().size(), scene.getStylesheets()::toString);
                });
    }

    @Test
    void inkFollowsThemeAndResultColoursAndSaysSoOnceAChange() {
        AtomicInteger changes = new AtomicInteger();
        Ink ink = OnFx.get(() -> new Ink(changes::incrementAndGet));
        Theme theme = OnFx.get(() -> new Theme(system));
        Stage stage =
                OnFx.get(
                        () -> {
                            Stage made = new Stage();
                            Scene scene = new Scene(new StackPane(ink), 100, 100);
                            theme.dress(scene);
                            made.setScene(scene);
                            made.show();
                            return made;
                        });
        OnFx.pulses(stage.getScene(), 2);
        // The tokens of light.css, dark.css and light-red-green.css.
        assertEquals(Color.web("#0067a3"), colour(ink, Hue.PROFIT));
        assertEquals(Color.web("#b04a00"), colour(ink, Hue.LOSS));
        assertEquals(1, changes.get());
        OnFx.run(() -> theme.resultColoursProperty().set(ResultColours.RED_GREEN));
        OnFx.pulses(stage.getScene(), 2);
        assertEquals(Color.web("#1a7231"), colour(ink, Hue.PROFIT));
        OnFx.run(() -> theme.choiceProperty().set(ThemeChoice.DARK));
        OnFx.pulses(stage.getScene(), 2);
        assertEquals(Color.web("#3fb950"), colour(ink, Hue.PROFIT));
        assertEquals(3, changes.get());
        OnFx.run(stage::close);
    }

    @Test
    void noHueIsLeftWithoutAColour() {
        Ink ink = OnFx.get(() -> new Ink(() -> {}));
        OnFx.run(
                () -> {
                    Scene scene = new Scene(new StackPane(ink), 100, 100);
                    new Theme(system).dress(scene);
                    scene.getRoot().applyCss();
                    for (Hue hue : Hue.values()) {
                        assertTrue(ink.colour(hue).getOpacity() > 0, hue.name());
                    }
                });
    }

    @Test
    void tooltipsAreDressedLikeTheirWindow() {
        OnFx.run(
                () -> {
                    Theme theme = new Theme(system);
                    Label label = new Label("here");
                    Stage stage = new Stage();
                    stage.setScene(new Scene(new StackPane(label), 100, 100));
                    theme.dress(stage.getScene());
                    stage.show();
                    Tooltip tip = new Tooltip("there");
                    tip.show(label, 10, 10);
                    assertTrue(
                            tip.getScene()
                                    .getStylesheets()
                                    .containsAll(stage.getScene().getStylesheets()),
                            () -> tip.getScene().getStylesheets().toString());
                    tip.hide();
                    stage.close();
                });
    }

    @Test
    void theFamilyForFiguresHasDigitsOfOneWidth() {
        OnFx.run(() -> assertFalse(TabularFont.find().family().isBlank()));
    }

    private static Color colour(Ink ink, Hue hue) {
        return OnFx.get(() -> ink.colour(hue));
    }
}
