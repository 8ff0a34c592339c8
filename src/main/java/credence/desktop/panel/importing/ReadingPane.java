package credence.desktop.panel.importing;

import credence.desktop.panel.importing.ReadingProjection.Format;
import credence.desktop.panel.importing.ReadingProjection.Offer;
import credence.desktop.part.FocusScroll;
import credence.desktop.part.Help;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.function.Consumer;

/// How a file is read, from top to bottom: as what, what its columns mean, how it is written, and its first times.
final class ReadingPane extends StackPane {

    private static final double FORMAT_WIDTH = 420;

    private final HowRead reading;
    private final ColumnsPane columns;
    private final ComboBox<Format> format = new ComboBox<>();
    private final Label verdict = new Label();
    private final Label caution = new Label();
    private final VBox others = new VBox();
    private final VBox offers = new VBox();
    private final Consumer<String> use;
    private final WrittenPane written;
    private final TimesPane times = new TimesPane();
    private final VBox all = new VBox();
    private boolean filling;

    ReadingPane(ImportViewModel model) {
        this.reading = model.reading();
        this.use = model::useProfile;
        this.columns = new ColumnsPane(model);
        this.written = new WrittenPane(reading);
        format.setId("read-as");
        format.setPrefWidth(FORMAT_WIDTH);
        format.setAccessibleText("Read the files as");
        format.setConverter(words());
        format.valueProperty()
                .subscribe(
                        (_, now) -> {
                            if (!filling && now != null) {
                                reading.readAs(now.id());
                            }
                        });
        verdict.setWrapText(true);
        caution.setWrapText(true);
        caution.getStyleClass().add("attention-text");
        others.getStyleClass().add("import-others");
        offers.getStyleClass().add("import-others");
        HBox.setHgrow(verdict, Priority.ALWAYS);
        verdict.setMaxWidth(Double.MAX_VALUE);
        HBox as = new HBox(format, verdict);
        as.getStyleClass().add("import-buttons");
        HBox looks = new HBox(written, times);
        looks.getStyleClass().add("import-looks");
        HBox.setHgrow(times, Priority.ALWAYS);
        all.getStyleClass().add("import-reading");
        all.getChildren().setAll(as, offers, caution, others, columns, looks);
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("plain-scroll");
        scroll.setAccessibleText("How the file is read");
        FocusScroll.in(scroll);
        getChildren().setAll(scroll);
        Help.on(
                this,
                "How it is read",
                "Check three things before you import: that the format is the right one, that the"
                        + " times on the right are the moments you traded at, and that decimals and"
                        + " dates are read as they are meant. Whatever the file does not settle by"
                        + " itself can be changed here, and the rows are read again at once.");
    }

    /// Shows the file that the model has looked at.
    void show(ImportViewModel model) {
        filling = true;
        ReadingProjection p = reading.shown().get();
        format.getItems().setAll(p.formats());
        format.setValue(
                p.formats().stream()
                        .filter(f -> f.id().equals(p.format()))
                        .findFirst()
                        .orElse(null));
        verdict.setText(p.file() + ": " + p.verdict());
        caution.setText(p.caution());
        shown(caution, !p.caution().isEmpty());
        others.getChildren()
                .setAll(p.others().stream().map(o -> muted("Could also be " + o)).toList());
        shown(others, !p.others().isEmpty());
        offers.getChildren().setAll(p.offers().stream().map(this::offer).toList());
        shown(offers, !p.offers().isEmpty());
        written.show(p);
        times.show(p);
        columns.show(model);
        // What is asked comes first: the columns where they are to be mapped, else what was read.
        Node looks = written.getParent();
        all.getChildren().removeAll(columns, looks);
        all.getChildren().addAll(model.maps() ? columns : looks, model.maps() ? looks : columns);
        filling = false;
    }

    /// Puts the cursor on the first question about the columns.
    void focusAsked() {
        columns.focusAsked();
    }

    private HBox offer(Offer offered) {
        Label words = new Label(offered.words());
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button("Read by “" + offered.name() + "”");
        button.setId("use-profile-" + offered.name());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> use.accept(offered.name()));
        HBox line = new HBox(button, words);
        line.getStyleClass().add("import-buttons");
        return line;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private static void shown(Node node, boolean whether) {
        node.setVisible(whether);
        node.setManaged(whether);
    }

    private static StringConverter<Format> words() {
        return new StringConverter<>() {
            @Override
            public String toString(Format value) {
                return value == null ? "" : value.words();
            }

            @Override
            public Format fromString(String text) {
                throw new UnsupportedOperationException("only chosen, never typed");
            }
        };
    }
}
