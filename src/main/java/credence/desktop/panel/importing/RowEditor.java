package credence.desktop.panel.importing;

import credence.service.port.RowChoice;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;

/// One row as it stands, to be written anew or decided about.
final class RowEditor extends VBox {

    private final Label title = new Label();
    private final Label why = new Label();
    private final Label names = new Label();
    private final TextField text = new TextField();
    private final Label inFile = new Label();
    private final Label whyNot = new Label();
    private final Button read = new Button("Read the row as written");
    private final Button leaveOut = new Button("Leave this row out");
    private final Button replace = new Button("Replace the known row");
    private final Button keep = new Button("Keep the known row");
    private final Button bring = new Button("Import it all the same");
    private final Button back = new Button("Take this decision back");
    private String before = "";

    RowEditor(Checking model) {
        getStyleClass().addAll("card", "row-editor");
        for (Label label : new Label[] {why, inFile, whyNot}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        title.getStyleClass().add("row-title");
        names.getStyleClass().addAll("raw-line", "row-muted");
        inFile.getStyleClass().add("row-muted");
        whyNot.getStyleClass().add("row-muted");
        text.getStyleClass().add("raw-line");
        text.setId("row-text");
        text.setAccessibleText("The row as it is read; write it anew and press Enter");
        read.setId("row-read");
        read.getStyleClass().add("accent");
        read.setOnAction(_ -> readAs(model));
        text.setOnAction(_ -> readAs(model));
        text.textProperty()
                .subscribe(typed -> read.setDisable(typed.equals(before) || typed.isBlank()));
        leaveOut.setId("row-leave-out");
        leaveOut.setOnAction(_ -> model.choose(RowChoice.LEAVE_OUT));
        replace.setId("row-replace");
        replace.setOnAction(_ -> model.choose(RowChoice.REPLACE));
        keep.setId("row-keep");
        keep.setOnAction(_ -> model.choose(RowChoice.KEEP_KNOWN));
        bring.setId("row-import");
        bring.setOnAction(_ -> model.choose(RowChoice.IMPORT));
        back.setId("row-back");
        back.setOnAction(_ -> model.takeBack());
        HBox line = new HBox(10, text, read);
        line.getStyleClass().add("row-line");
        HBox.setHgrow(text, Priority.ALWAYS);
        read.managedProperty().bind(read.visibleProperty());
        line.visibleProperty().bind(text.visibleProperty());
        line.managedProperty().bind(text.visibleProperty());
        getChildren().setAll(head(), why, names, line, inFile, whyNot);
        show(Optional.empty());
    }

    /// Which row it is, and beside it what may be decided about it.
    private HBox head() {
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        for (Button button : new Button[] {leaveOut, replace, keep, bring, back, read}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox head = new HBox(10, title, leaveOut, replace, keep, bring, back);
        head.getStyleClass().add("row-line");
        return head;
    }

    private void readAs(Checking model) {
        if (!read.isDisabled()) {
            model.readAs(text.getText());
        }
    }

    void show(Optional<RowDetail> shown) {
        setVisible(shown.isPresent());
        setManaged(shown.isPresent());
        if (shown.isEmpty()) {
            return;
        }
        RowDetail row = shown.get();
        before = row.text();
        title.setText(row.title());
        said(why, row.why());
        said(names, row.names());
        text.setText(row.text());
        text.setVisible(!row.text().isEmpty());
        text.setEditable(row.whyNotEdited().isEmpty());
        read.setVisible(row.whyNotEdited().isEmpty());
        read.setDisable(true);
        said(whyNot, row.whyNotEdited());
        said(inFile, row.inFile().map(in -> "The file says: " + in).orElse(""));
        shown(leaveOut, row.choices().contains(RowChoice.LEAVE_OUT));
        shown(replace, row.choices().contains(RowChoice.REPLACE));
        shown(keep, row.choices().contains(RowChoice.KEEP_KNOWN));
        shown(bring, row.choices().contains(RowChoice.IMPORT));
        shown(back, row.open() && (row.decided() || row.inFile().isPresent()));
    }

    /// Puts the keyboard into the row.
    void edit() {
        text.requestFocus();
    }

    private static void said(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private static void shown(Button button, boolean useful) {
        button.setVisible(useful);
        button.setManaged(useful);
    }
}
