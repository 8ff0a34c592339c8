package credence.desktop.panel.settings;

import credence.desktop.fx.Showing;
import credence.desktop.part.Fittings;
import credence.desktop.part.FocusScroll;
import credence.desktop.part.Fxml;
import credence.desktop.part.Help;
import credence.desktop.part.ScreenView;
import credence.desktop.theme.ResultColours;
import credence.desktop.theme.ThemeChoice;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/// Shows the settings.
public final class SettingsView implements ScreenView {

    private static final double FIELD = 220;

    private final SettingsViewModel model;
    private final Fittings fittings;

    @FXML private StackPane root;
    @FXML private ComboBox<ThemeChoice> theme;
    @FXML private ComboBox<ResultColours> colours;
    @FXML private ComboBox<String> zone;
    @FXML private Label zoneTrouble;
    @FXML private ScrollPane scroll;
    @FXML private GridPane settings;
    @FXML private Label folder;

    public SettingsView(SettingsViewModel model, Fittings fittings) {
        this.model = model;
        this.fittings = fittings;
        Fxml.load(this);
        FocusScroll.in(scroll);
        theme.getItems().setAll(ThemeChoice.values());
        theme.setConverter(
                words(
                        choice ->
                                switch (choice) {
                                    case SYSTEM -> "As the system";
                                    case LIGHT -> "Light";
                                    case DARK -> "Dark";
                                }));
        theme.valueProperty().bindBidirectional(model.theme());
        colours.getItems().setAll(ResultColours.values());
        colours.setConverter(
                words(
                        choice ->
                                switch (choice) {
                                    case BLUE_ORANGE -> "Blue and orange";
                                    case RED_GREEN -> "Green and red";
                                }));
        colours.valueProperty().bindBidirectional(model.resultColours());
        zone.getItems()
                .setAll(
                        List.of(
                                        "UTC",
                                        ZoneId.systemDefault().getId(),
                                        "America/New_York",
                                        "Europe/London",
                                        "Europe/Berlin",
                                        "Asia/Shanghai",
                                        "Asia/Tokyo")
                                .stream()
                                .distinct()
                                .toList());
        Showing.during(root, () -> model.zone().subscribe(this::showZone));
        zone.valueProperty().subscribe(this::chooseZone);
        Help.on(
                settings,
                "How the program learns",
                "These settings apply to everything that was ever imported: changing one learns"
                    + " everything anew, from the first outcome on. Nothing imported is lost, and"
                    + " changing it back gives the same beliefs as before.");
        Showing.of(root).subscribe(model::showing);
        Showing.during(root, () -> model.shown().subscribe(this::show));
    }

    @Override
    public Parent root() {
        return root;
    }

    private void showZone(ZoneId now) {
        zone.setValue(now.getId());
    }

    private void chooseZone(@Nullable String text) {
        if (text == null) {
            return;
        }
        try {
            ZoneId chosen = ZoneId.of(text.strip());
            zoneTrouble.setText("");
            // Every set makes the screens anew, this one too.
            if (!chosen.equals(model.zone().get())) {
                model.zone().set(chosen);
            }
        } catch (DateTimeException unknown) {
            zoneTrouble.setText(
                    "Write UTC, an offset such as +08:00, or a place such as Europe/Berlin.");
        }
    }

    private void show(SettingsProjection p) {
        folder.setText(
                p.folder().isEmpty()
                        ? "No workspace is open."
                        : "Everything is kept in " + p.folder());
        settings.getChildren().clear();
        int row = 0;
        for (SettingsProjection.Line line : p.lines()) {
            Label words = new Label(line.words());
            words.setWrapText(true);
            TextField typed = new TextField(line.value());
            ComboBox<String> chosen = choices(line);
            boolean free = line.choices().isEmpty();
            Control field = free ? typed : chosen;
            field.setPrefWidth(FIELD);
            field.setAccessibleText(line.words());
            words.setLabelFor(field);
            Label allowed = new Label(free ? "Takes " + line.allowed() : "");
            allowed.getStyleClass().add("muted");
            Button change = change(line, free ? typed.textProperty() : chosen.valueProperty());
            typed.setAlignment(Pos.CENTER_RIGHT);
            typed.setOnAction(_ -> change.fire());
            HBox beside = new HBox(8, change, allowed);
            beside.setAlignment(Pos.CENTER_LEFT);
            if (line.changed()) {
                beside.getChildren().addFirst(standard(line));
            }
            settings.addRow(row++, words, field, beside);
        }
    }

    private ComboBox<String> choices(SettingsProjection.Line line) {
        ComboBox<String> field = new ComboBox<>();
        field.getItems().setAll(line.choices());
        field.setConverter(words(SettingsView::choice));
        field.setValue(line.value());
        return field;
    }

    /// There only while there is something to change.
    private Button change(SettingsProjection.Line line, ObservableValue<String> wanted) {
        Button change = new Button("Change");
        change.setAccessibleText("Change: " + line.words());
        change.visibleProperty().bind(wanted.map(now -> !now.strip().equals(line.value())));
        change.managedProperty().bind(change.visibleProperty());
        change.setOnAction(
                _ -> {
                    if (change.isVisible()) {
                        ask(line, wanted.getValue().strip());
                    }
                });
        return change;
    }

    private Button standard(SettingsProjection.Line line) {
        Button standard = new Button("Use " + choice(line.standard()));
        standard.setAccessibleText("Use the default " + line.standard() + ": " + line.words());
        standard.setOnAction(_ -> ask(line, ""));
        return standard;
    }

    /// The words of the command line, as people say them.
    private static String choice(String word) {
        return switch (word) {
            case "edge" -> "Probability of an edge";
            case "belief" -> "Accuracy × confidence";
            case "fifo" -> "First in, first out";
            case "lifo" -> "Last in, first out";
            case "average" -> "Average price";
            default -> word;
        };
    }

    private void ask(SettingsProjection.Line line, String value) {
        fittings.questions()
                .ask(
                        "Learn everything anew?",
                        "“"
                                + line.words()
                                + "” becomes "
                                + choice(value.isEmpty() ? line.standard() : value)
                                + ". It applies to everything that was ever imported, so all"
                                + " beliefs are learned anew. Nothing imported is lost.",
                        "Change and learn anew",
                        () -> model.change(line.name(), value));
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("only chosen, never typed");
            }
        };
    }
}
