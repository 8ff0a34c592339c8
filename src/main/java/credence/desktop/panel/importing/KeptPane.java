package credence.desktop.panel.importing;

import credence.desktop.fx.FileChoice.Kind;
import credence.desktop.fx.Showing;
import credence.desktop.part.Fittings;
import credence.desktop.part.Help;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.nio.file.Path;
import java.util.List;

/// What is kept of former imports for the next ones: profiles, and the folders that are watched by them.
final class KeptPane extends VBox {

    private static final Kind JSON = new Kind("Import profile", List.of(".json"));
    private static final double NAME = 190;
    private static final double WHAT = 380;

    private final SavedProfiles profiles;
    private final WatchedFolders folders;
    private final Fittings fittings;
    private final GridPane profileGrid = grid();
    private final GridPane folderGrid = grid();
    private final Label noProfile =
            muted(
                    "None yet. A profile keeps how files of one kind are read; save one when an"
                            + " import is done.");
    private final Label noFolder =
            muted("None. A profile that has brought a file in whole can watch a folder.");

    KeptPane(SavedProfiles profiles, WatchedFolders folders, Fittings fittings) {
        this.profiles = profiles;
        this.folders = folders;
        this.fittings = fittings;
        getStyleClass().add("import-kept");
        Button bring = new Button("Bring in a profile …");
        bring.setId("profile-bring");
        bring.setAccessibleText("Bring in a profile that another workspace wrote");
        bring.setOnAction(
                _ ->
                        fittings
                                .files()
                                .open(window(), "Bring in a profile", List.of(JSON))
                                .stream()
                                .findFirst()
                                .ifPresent(profiles::bring));
        HBox head = new HBox(title("Import profiles"), bring);
        head.getStyleClass().add("import-buttons");
        getChildren()
                .setAll(
                        head,
                        noProfile,
                        profileGrid,
                        title("Watched folders"),
                        noFolder,
                        folderGrid);
        Help.on(
                this,
                "Profiles and watched folders",
                "A profile keeps how files of one kind are read: format or columns, zone, and whose"
                    + " the rows are. A folder is watched while this window is open: a file that"
                    + " has come to rest in it is imported by the profile, and you are told, with a"
                    + " way to take it back. Files are never moved or deleted.");
        Showing.during(
                this,
                () -> {
                    profiles.refresh();
                    return Subscription.combine(
                            profiles.shown().subscribe(this::showProfiles),
                            folders.shown().subscribe(this::showFolders));
                });
    }

    private void showProfiles(List<ProfileLine> lines) {
        shown(noProfile, lines.isEmpty());
        profileGrid.getChildren().clear();
        int row = 0;
        for (ProfileLine line : lines) {
            TextField name = new TextField(line.name());
            name.setPrefWidth(NAME);
            name.setAccessibleText("Name of the profile " + line.name());
            name.setOnAction(_ -> profiles.rename(line.name(), name.getText().strip()));
            Button rename = button("Rename", "Rename the profile " + line.name());
            rename.setOnAction(_ -> profiles.rename(line.name(), name.getText().strip()));
            rename.disableProperty()
                    .bind(
                            name.textProperty()
                                    .map(t -> t.isBlank() || t.strip().equals(line.name())));
            Button export = button("Export …", "Export the profile " + line.name());
            export.setOnAction(
                    _ ->
                            fittings.files()
                                    .save(window(), "Export the profile", line.name(), JSON)
                                    .ifPresent(file -> profiles.export(line.name(), file)));
            Button delete = button("Delete", "Delete the profile " + line.name());
            delete.setOnAction(_ -> profiles.delete(line.name()));
            HBox buttons = new HBox(8, rename, export, delete, watch(line));
            Label what = new Label(line.what());
            what.setWrapText(true);
            what.setPrefWidth(WHAT);
            Label proven =
                    muted(
                            line.proven().isEmpty()
                                    ? "has not brought a file in whole yet, so it may not watch"
                                    : "succeeded " + line.proven());
            profileGrid.addRow(row++, name, new VBox(what, proven), buttons);
        }
    }

    private Button watch(ProfileLine line) {
        Button watch = button("Watch a folder …", "Watch a folder by the profile " + line.name());
        if (line.proven().isEmpty()) {
            watch.getStyleClass().add("refusing");
            watch.setAccessibleText(
                    watch.getAccessibleText()
                            + ". Not yet: it must have brought a file in without refusals first");
        }
        watch.setOnAction(
                _ ->
                        fittings.files()
                                .folder(window(), "Watch a folder")
                                .ifPresent(folder -> folders.start(folder, line.name())));
        return watch;
    }

    private void showFolders(List<FolderLine> lines) {
        shown(noFolder, lines.isEmpty());
        folderGrid.getChildren().clear();
        int row = 0;
        for (FolderLine line : lines) {
            Path folder = line.folder();
            Label name = new Label(line.shown());
            name.setPrefWidth(NAME);
            Label state = new Label(line.state() + ", by “" + line.profile() + "”");
            state.setWrapText(true);
            state.setPrefWidth(WHAT);
            Label last = muted(line.last().isEmpty() ? "No file has come yet." : line.last());
            last.setWrapText(true);
            last.setPrefWidth(WHAT);
            Button turn =
                    line.running()
                            ? button("Stop", "Stop watching " + line.shown())
                            : button("Start", "Start watching " + line.shown());
            turn.setOnAction(
                    _ -> {
                        if (line.running()) {
                            folders.stop(folder);
                        } else {
                            folders.start(folder, line.profile());
                        }
                    });
            Button forget = button("Forget", "Forget the folder " + line.shown());
            forget.setOnAction(_ -> folders.forget(folder));
            folderGrid.addRow(row++, name, new VBox(state, last), new HBox(8, turn, forget));
        }
    }

    private javafx.stage.@org.jspecify.annotations.Nullable Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }

    private static Button button(String text, String accessible) {
        Button button = new Button(text);
        button.setAccessibleText(accessible);
        return button;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("import-columns-grid");
        return grid;
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("title-4");
        return label;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static void shown(Node node, boolean whether) {
        node.setVisible(whether);
        node.setManaged(whether);
    }
}
