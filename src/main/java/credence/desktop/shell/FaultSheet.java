package credence.desktop.shell;

import credence.desktop.desk.FaultLog;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Tells of an unforeseen failure: a short code, what still works, where the log is.
final class FaultSheet {

    private final Overlays overlays;

    FaultSheet(Overlays overlays) {
        this.overlays = overlays;
    }

    void show(FaultLog.Fault fault) {
        Label title = new Label("Something went wrong that should not (" + fault.code() + ")");
        title.getStyleClass().add("title-4");
        Label text =
                new Label(
                        "What was imported and decided before is safe on disk, and the other"
                            + " screens still work. If this screen stays wrong, close the program"
                            + " and start it again; everything comes back.\n\n"
                                + fault.log()
                                        .map(file -> "The log is in " + file)
                                        .orElse("The log could not be written.")
                                + "\nTo report it, send the code and the details below; they hold"
                                + " no amounts and no account names of yours unless the message"
                                + " itself does.");
        text.setWrapText(true);
        text.setPrefWidth(620);
        text.setMinHeight(Region.USE_PREF_SIZE);
        TextArea details = new TextArea(fault.details());
        details.setEditable(false);
        details.setPrefSize(620, 160);
        details.setAccessibleText("Details of the failure");
        Button copy = new Button("Copy the details");
        copy.setOnAction(
                _ -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(fault.code() + "\n" + fault.details());
                    Clipboard.getSystemClipboard().setContent(content);
                });
        Button carryOn = new Button("Carry on");
        carryOn.setId("fault-carry-on");
        carryOn.getStyleClass().add("accent");
        carryOn.setOnAction(_ -> overlays.close());
        HBox buttons = new HBox(copy, carryOn);
        buttons.getStyleClass().add("sheet-buttons");
        overlays.show(new VBox(title, text, details, buttons), Pos.CENTER, carryOn);
    }
}
