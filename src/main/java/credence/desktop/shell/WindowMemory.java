package credence.desktop.shell;

import credence.desktop.desk.Memory;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

/// Remembers size and place of the window, and never puts it where no screen is.
final class WindowMemory {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 880;
    private static final double LEAST_HEIGHT = 560;

    private final Memory memory;

    WindowMemory(Memory memory) {
        this.memory = memory;
    }

    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Rectangle2D wanted = parse(memory.get("window").orElse(""));
        if (wanted != null) {
            var touched =
                    Screen.getScreensForRectangle(
                            wanted.getMinX(),
                            wanted.getMinY(),
                            wanted.getWidth(),
                            wanted.getHeight());
            if (!touched.isEmpty()) {
                screen = touched.getFirst().getVisualBounds();
            }
        }
        double width = Math.min(wanted == null ? WIDTH : wanted.getWidth(), screen.getWidth());
        double height = Math.min(wanted == null ? HEIGHT : wanted.getHeight(), screen.getHeight());
        double x =
                wanted == null
                        ? screen.getMinX() + (screen.getWidth() - width) / 2
                        : wanted.getMinX();
        double y =
                wanted == null
                        ? screen.getMinY() + (screen.getHeight() - height) / 2
                        : wanted.getMinY();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(Math.clamp(x, screen.getMinX(), screen.getMaxX() - width));
        stage.setY(Math.clamp(y, screen.getMinY(), screen.getMaxY() - height));
        stage.setMaximized(memory.get("window.maximised").orElse("").equals("yes"));
    }

    void keep(Stage stage) {
        if (stage.isIconified()) {
            return;
        }
        memory.put("window.maximised", stage.isMaximized() ? "yes" : "no");
        if (!stage.isMaximized()) {
            memory.put(
                    "window",
                    Math.round(stage.getX())
                            + " "
                            + Math.round(stage.getY())
                            + " "
                            + Math.round(stage.getWidth())
                            + " "
                            + Math.round(stage.getHeight()));
        }
    }

    static @Nullable Rectangle2D parse(String text) {
        String[] parts = text.split(" ");
        if (parts.length != 4) {
            return null;
        }
        try {
            double width = Double.parseDouble(parts[2]);
            double height = Double.parseDouble(parts[3]);
            return width < LEAST_WIDTH || height < LEAST_HEIGHT
                    ? null
                    : new Rectangle2D(
                            Double.parseDouble(parts[0]),
                            Double.parseDouble(parts[1]),
                            width,
                            height);
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }
}
