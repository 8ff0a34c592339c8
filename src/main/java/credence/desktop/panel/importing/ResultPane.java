package credence.desktop.panel.importing;

import credence.desktop.fx.Showing;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.Optional;

/// What can be done with an import that is done: keep how the files were read, watch their folder.
final class ResultPane extends VBox {

    private final AfterImport model;
    private final TextField name = new TextField();
    private final Button save = new Button("Save as profile");
    private final Button watch = new Button("Watch this folder");
    private final Label kept = new Label();
    private final Label why = new Label();
    private final Label trouble = new Label();
    private final HBox naming = new HBox();

    ResultPane(AfterImport model) {
        this.model = model;
        getStyleClass().addAll("card", "import-form");
        name.setId("result-profile");
        name.setPromptText("name of the profile");
        name.setAccessibleText("Name of the profile");
        name.setPrefWidth(200);
        name.setOnAction(_ -> model.save(name.getText().strip()));
        save.setId("result-save");
        save.disableProperty()
                .bind(
                        name.textProperty()
                                .map(String::isBlank)
                                .flatMap(b -> model.whyNotSave().map(w -> b || !w.isEmpty())));
        save.setOnAction(_ -> model.save(name.getText().strip()));
        watch.setId("result-watch");
        watch.setOnAction(_ -> model.watch());
        for (HBox row : new HBox[] {naming}) {
            row.getStyleClass().add("import-buttons");
        }
        naming.getChildren()
                .setAll(
                        new Label("Read the next files of this kind without a question:"),
                        name,
                        save);
        HBox folder = new HBox(watch, why);
        folder.getStyleClass().add("import-buttons");
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        trouble.getStyleClass().add("result-loss");
        trouble.setWrapText(true);
        getChildren().setAll(kept, naming, trouble, folder);
        Showing.during(
                this,
                () ->
                        Subscription.combine(
                                model.profile().subscribe(this::showProfile),
                                model.whyNotSave().subscribe(_ -> showProfile(profile())),
                                model.whyNotWatch().subscribe(this::showWatch),
                                model.trouble().subscribe(this::showTrouble)));
    }

    private Optional<String> profile() {
        return model.profile().get();
    }

    private void showProfile(Optional<String> used) {
        kept.setText(
                used.map(n -> "Files of these columns are read as the profile “" + n + "” says.")
                        .orElse(""));
        shown(kept, used.isPresent());
        shown(naming, used.isEmpty() && model.whyNotSave().get().isEmpty());
    }

    /// Stays reachable while it cannot be done, and says why beside it.
    private void showWatch(String whyNot) {
        watch.setAccessibleText("Watch this folder" + (whyNot.isEmpty() ? "" : ". " + whyNot));
        watch.getStyleClass().remove("refusing");
        if (!whyNot.isEmpty()) {
            watch.getStyleClass().add("refusing");
        }
        why.setText(
                whyNot.isEmpty()
                        ? "New files in it are imported while this window is open, each with a way"
                                + " back."
                        : whyNot + ".");
    }

    private void showTrouble(String text) {
        trouble.setText(text);
        shown(trouble, !text.isEmpty());
    }

    private static void shown(Node node, boolean whether) {
        node.setVisible(whether);
        node.setManaged(whether);
    }
}
