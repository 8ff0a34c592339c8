package credence.desktop.part;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;

/// Loads the FXML of a view that exists already, so that views take what they need in their constructors.
public final class Fxml {

    private Fxml() {}

    /// @param view controller of the file; `Bot.fxml` belongs to `BotView` and lies beside it
    public static Parent load(Object view) {
        Class<?> type = view.getClass();
        String stem = type.getSimpleName().replaceAll("View$", "");
        URL file =
                Objects.requireNonNull(
                        type.getResource(stem + ".fxml"), stem + ".fxml is not packed in");
        FXMLLoader loader = new FXMLLoader(file);
        loader.setController(view);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(stem + ".fxml cannot be read", e);
        }
    }
}
