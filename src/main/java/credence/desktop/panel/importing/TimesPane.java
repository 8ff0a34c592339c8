package credence.desktop.panel.importing;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import java.util.List;

/// The first times of a file side by side: as written, in UTC, and on the clocks of the screen. Wrong zones show here first.
final class TimesPane extends VBox {

    private final Label title = new Label("Its first times");
    private final Label none = new Label();
    private final GridPane grid = new GridPane();

    TimesPane() {
        title.getStyleClass().add("text-bold");
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        grid.getStyleClass().add("import-columns-grid");
        getChildren().setAll(title, none, grid);
    }

    void show(ReadingProjection p) {
        grid.getChildren().clear();
        boolean any = !p.times().isEmpty();
        none.setText(
                any
                        ? "Your zone on screen is " + p.here() + "; it is set in the settings."
                        : "They show here once the file can be read. The rows tab has every time.");
        if (!any) {
            return;
        }
        List<String> heads =
                List.of("Line", "Column", "In the file", "UTC", "Your zone", "Read in");
        for (int i = 0; i < heads.size(); i++) {
            Label head = new Label(heads.get(i));
            head.getStyleClass().add("muted");
            grid.add(head, i, 0);
        }
        int row = 1;
        for (ReadingProjection.Time t : p.times()) {
            grid.addRow(
                    row++,
                    figures("" + t.line()),
                    new Label(t.column()),
                    figures(t.text()),
                    figures(t.utc()),
                    figures(t.here()),
                    new Label(t.zone()));
        }
        ReadingProjection.Time first = p.times().getFirst();
        grid.setAccessibleText(
                "“"
                        + first.text()
                        + "” in line "
                        + first.line()
                        + " is "
                        + first.utc()
                        + " UTC, "
                        + first.here()
                        + " in your zone");
    }

    private static Label figures(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("figures");
        return label;
    }
}
