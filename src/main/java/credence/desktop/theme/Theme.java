package credence.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Gives scenes their look and changes it while they show.
///
/// AtlantaFX Primer below, our semantic colours above it. One per program; all methods on the JavaFX thread.
public final class Theme {

    private final ObjectProperty<ThemeChoice> choice =
            new SimpleObjectProperty<>(this, "choice", ThemeChoice.SYSTEM);
    private final ObjectProperty<ResultColours> resultColours =
            new SimpleObjectProperty<>(this, "resultColours", ResultColours.BLUE_ORANGE);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final ObservableValue<ColorScheme> system;
    private final List<WeakReference<Scene>> scenes = new ArrayList<>();
    private final String figures = TabularFont.find().styleSheet();

    /// Follows the operating system until told otherwise.
    public Theme() {
        this(Platform.getPreferences().colorSchemeProperty());
    }

    /// @param system what the operating system shows at the moment
    public Theme(ObservableValue<ColorScheme> system) {
        this.system = system;
        InvalidationListener redress = source -> dressAll();
        system.addListener(redress);
        choice.addListener(redress);
        resultColours.addListener(redress);
        dressAll();
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    public ObjectProperty<ResultColours> resultColoursProperty() {
        return resultColours;
    }

    /// Whether the dark theme is on at the moment, by choice or by the system.
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /// Dresses a scene now and whenever the theme changes. Further style sheets of the scene are kept.
    public void dress(Scene scene) {
        scenes.add(new WeakReference<>(scene));
        dressNow(scene);
    }

    private void dressAll() {
        dark.set(
                choice.get() == ThemeChoice.DARK
                        || (choice.get() == ThemeChoice.SYSTEM
                                && system.getValue() == ColorScheme.DARK));
        Application.setUserAgentStylesheet(
                (dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scenes.removeIf(reference -> reference.get() == null);
        for (WeakReference<Scene> reference : scenes) {
            Scene scene = reference.get();
            if (scene != null) {
                dressNow(scene);
            }
        }
    }

    private void dressNow(Scene scene) {
        List<String> ours = sheets(dark.get(), resultColours.get());
        List<String> all = new ArrayList<>(ours);
        all.add(figures);
        String home = sheet("");
        scene.getStylesheets().stream()
                .filter(url -> !url.startsWith(home) && !url.equals(figures))
                .forEach(all::add);
        if (!all.equals(scene.getStylesheets())) {
            scene.getStylesheets().setAll(all);
        }
    }

    /// Our style sheets of a theme, in the order in which they apply.
    static List<String> sheets(boolean dark, ResultColours colours) {
        String name = dark ? "dark" : "light";
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet(name + ".css"));
        if (colours == ResultColours.RED_GREEN) {
            sheets.add(sheet(name + "-red-green.css"));
        }
        sheets.add(sheet("components.css"));
        return sheets;
    }

    private static String sheet(String name) {
        String anchor = "components.css";
        String url =
                Objects.requireNonNull(
                                Theme.class.getResource(anchor), "style sheets are not packed in")
                        .toExternalForm();
        return url.substring(0, url.length() - anchor.length()) + name;
    }
}
