package credence.desktop.action;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which screen is shown. Anyone may lead the trader to another.
public final class Navigation {

    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.OVERVIEW);

    public ObjectProperty<Screen> screen() {
        return screen;
    }

    public void show(Screen next) {
        screen.set(next);
    }
}
