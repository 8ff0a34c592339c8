package credence.desktop.shell;

import credence.desktop.action.Action;
import credence.desktop.action.Actions;
import credence.desktop.action.Shortcut;
import credence.desktop.part.Help;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The sheets that only tell something: the shortcuts, the help on one thing.
final class Sheets {

    private static final double SHORTCUTS = 400;

    private final Overlays overlays;

    Sheets(Overlays overlays) {
        this.overlays = overlays;
    }

    /// Every shortcut there is, by group.
    void shortcuts(Actions actions) {
        GridPane grid = new GridPane(24, 4);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        ColumnConstraints left = new ColumnConstraints();
        left.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(left, right);
        int row = 0;
        for (Action.Group group : Action.Group.values()) {
            boolean first = true;
            for (Action action : actions.all()) {
                if (action.group() != group || action.shortcut().isEmpty()) {
                    continue;
                }
                if (first) {
                    Label title = new Label(group.words());
                    title.getStyleClass().add("group-title");
                    grid.add(title, 0, row++);
                    first = false;
                }
                grid.add(new Label(action.words()), 0, row);
                grid.add(keys(action.shortcut().get()), 1, row++);
            }
        }
        Label more =
                new Label(
                        "Arrows move in tables and along charts, Tab goes on, Escape closes what"
                                + " lies above the window.");
        more.getStyleClass().add("palette-detail");
        more.setWrapText(true);
        more.setPrefWidth(SHORTCUTS);
        more.setMinHeight(Region.USE_PREF_SIZE);
        show("Shortcuts", grid, more);
    }

    void help(Help.Text help) {
        Label text = new Label(help.text());
        text.setWrapText(true);
        text.setPrefWidth(520);
        text.setMinHeight(Region.USE_PREF_SIZE);
        show(help.title(), text);
    }

    /// Asks before something is done. The button that leaves things as they are has the focus.
    void ask(String title, String text, String doing, Runnable deed) {
        Label heading = new Label(title);
        heading.getStyleClass().add("title-4");
        Label words = new Label(text);
        words.setWrapText(true);
        words.setPrefWidth(520);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button leave = new Button("Cancel");
        leave.setId("question-cancel");
        leave.setOnAction(_ -> overlays.close());
        Button go = new Button(doing);
        go.setId("question-do");
        go.getStyleClass().add("accent");
        go.setOnAction(
                _ -> {
                    overlays.close();
                    deed.run();
                });
        HBox buttons = new HBox(leave, go);
        buttons.getStyleClass().add("sheet-buttons");
        overlays.show(new VBox(heading, words, buttons), Pos.CENTER, leave);
    }

    private void show(String title, Region... parts) {
        Label heading = new Label(title);
        heading.getStyleClass().add("title-4");
        Button close = new Button("Close");
        close.setId("sheet-close");
        close.setOnAction(_ -> overlays.close());
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("sheet-buttons");
        VBox sheet = new VBox(heading);
        sheet.getChildren().addAll(parts);
        sheet.getChildren().add(buttons);
        overlays.show(sheet, Pos.CENTER, close);
    }

    private static Label keys(Shortcut shortcut) {
        Label keys = new Label(shortcut.words());
        keys.getStyleClass().add("keys");
        return keys;
    }
}
