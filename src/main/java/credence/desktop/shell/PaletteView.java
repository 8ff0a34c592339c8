package credence.desktop.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The palette as it appears: a field to type in and the lines that match; arrows choose, Enter does.
final class PaletteView {

    private final PaletteViewModel model;
    private final Overlays overlays;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private final VBox sheet = new VBox(field, list);

    PaletteView(PaletteViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
        field.setId("palette-field");
        field.setPromptText("Type a command, a bot or a setting");
        field.setAccessibleText("Command, bot or setting");
        field.textProperty().bindBidirectional(model.typed());
        list.setId("palette-list");
        list.setAccessibleText("Matching commands");
        list.setFocusTraversable(false);
        list.setItems(model.entries());
        list.setPlaceholder(new Label("Nothing matches. Try fewer letters."));
        list.setFixedCellSize(32);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        choose();
                    }
                });
        model.entries().subscribe(() -> list.getSelectionModel().selectFirst());
        sheet.getStyleClass().add("palette");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void show() {
        model.open();
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        overlays.show(sheet, Pos.TOP_CENTER, field);
    }

    private void key(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case DOWN -> 1;
                    case UP -> -1;
                    case PAGE_DOWN -> 10;
                    case PAGE_UP -> -10;
                    default -> 0;
                };
        if (step != 0 && !model.entries().isEmpty()) {
            int at = list.getSelectionModel().getSelectedIndex() + step;
            int kept = Math.clamp(at, 0, model.entries().size() - 1);
            list.getSelectionModel().clearAndSelect(kept);
            list.scrollTo(Math.max(0, kept - 5));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            choose();
        }
    }

    private void choose() {
        PaletteEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && entry.refusal().isEmpty()) {
            overlays.close();
            entry.deed().run();
        }
    }

    private static final class Cell extends ListCell<PaletteEntry> {

        private final FontIcon icon = new FontIcon();
        private final Label words = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final HBox line;

        Cell() {
            detail.getStyleClass().add("palette-detail");
            keys.getStyleClass().add("keys");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(10, icon, words, detail, gap, keys);
            line.setAlignment(Pos.CENTER_LEFT);
            // As wide as the list and never wider: no bar to scroll sideways.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            icon.setIconCode(entry.icon());
            words.setText(entry.words());
            boolean refused = !entry.refusal().isEmpty();
            detail.setText(refused ? entry.refusal() : entry.detail());
            words.setOpacity(refused ? 0.55 : 1);
            keys.setText(entry.keys());
            keys.setVisible(!entry.keys().isEmpty());
            setGraphic(line);
        }
    }
}
