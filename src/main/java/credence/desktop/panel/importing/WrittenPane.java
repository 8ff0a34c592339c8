package credence.desktop.panel.importing;

import credence.desktop.panel.importing.ReadingProjection.Line;
import credence.service.port.mapping.Finding.Of;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// How a file is written: what was found, how that is known, and a choice to say otherwise.
final class WrittenPane extends VBox {

    private static final double VALUE = 220;
    private static final double CHOICE = 190;

    private final HowRead reading;
    private final GridPane grid = new GridPane();

    WrittenPane(HowRead reading) {
        this.reading = reading;
        Label title = new Label("How it is written");
        title.getStyleClass().add("text-bold");
        grid.getStyleClass().add("import-columns-grid");
        getChildren().setAll(title, grid);
        setMinWidth(USE_PREF_SIZE);
    }

    void show(ReadingProjection p) {
        grid.getChildren().clear();
        grid.getRowConstraints().clear();
        int row = 0;
        for (Line line : p.written()) {
            Label what = new Label(line.what());
            Label value = new Label(line.value().isEmpty() ? "not known yet" : line.value());
            value.getStyleClass().add(line.value().isEmpty() ? "attention-text" : "text-bold");
            Label source = new Label(line.source());
            source.getStyleClass().add("muted");
            source.setWrapText(true);
            source.setPrefWidth(VALUE);
            grid.addRow(row, what, new VBox(value, source), choice(line));
            RowConstraints top = new RowConstraints();
            top.setValignment(VPos.TOP);
            grid.getRowConstraints().add(top);
            row++;
        }
    }

    private Node choice(Line line) {
        if (line.choices().isEmpty()) {
            Label settled = new Label("settled by the file");
            settled.getStyleClass().add("muted");
            return settled;
        }
        return line.of() == Of.ZONE ? typed(line) : chosen(line);
    }

    private ComboBox<String> chosen(Line line) {
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(line.choices().keySet());
        box.setConverter(words(line.choices()));
        box.setValue(line.chosen());
        box.valueProperty().subscribe((_, now) -> reading.say(line.of(), now));
        return named(box, line);
    }

    /// Any zone may be typed; those that brokers use can be chosen.
    private ComboBox<String> typed(Line line) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.getItems().setAll(line.choices().keySet().stream().filter(z -> !z.isEmpty()).toList());
        box.setPromptText("as found");
        box.setValue(line.chosen().isEmpty() ? null : line.chosen());
        box.valueProperty().subscribe((_, now) -> reading.say(line.of(), word(now)));
        return named(box, line);
    }

    private static ComboBox<String> named(ComboBox<String> box, Line line) {
        box.setId("written-" + line.of().name().toLowerCase(java.util.Locale.ROOT));
        box.setPrefWidth(CHOICE);
        box.setAccessibleText("Change: " + line.what());
        return box;
    }

    private static String word(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static StringConverter<String> words(Map<String, String> choices) {
        return new StringConverter<>() {
            @Override
            public String toString(String word) {
                return word == null ? "" : choices.getOrDefault(word, word);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("only chosen, never typed");
            }
        };
    }
}
