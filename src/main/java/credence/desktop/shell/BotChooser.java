package credence.desktop.shell;

import credence.core.value.BotId;
import credence.desktop.action.Words;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sheet on which bots are chosen for all screens: none ticked means all.
final class BotChooser {

    private final ShellViewModel model;
    private final Overlays overlays;

    BotChooser(ShellViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
    }

    void show() {
        List<BotId> bots = model.shown().get().bots();
        Map<BotId, BooleanProperty> ticks = new LinkedHashMap<>();
        bots.forEach(
                bot ->
                        ticks.put(
                                bot,
                                new SimpleBooleanProperty(model.selection().bots().contains(bot))));
        FilteredList<BotId> matching = new FilteredList<>(FXCollections.observableList(bots));

        TextField filter = new TextField();
        filter.setId("choose-bots-filter");
        filter.setPromptText("Part of a name");
        filter.setAccessibleText("Part of a bot's name");
        filter.textProperty()
                .subscribe(text -> matching.setPredicate(bot -> Words.match(text, bot.name())));

        ListView<BotId> list = new ListView<>(matching);
        list.setId("choose-bots-list");
        list.setAccessibleText("Bots");
        list.setPrefSize(460, 360);
        list.setPlaceholder(new Label("No bot is called so."));
        list.setCellFactory(
                CheckBoxListCell.forListView(
                        ticks::get,
                        new StringConverter<>() {
                            @Override
                            public String toString(BotId bot) {
                                return bot.name();
                            }

                            @Override
                            public BotId fromString(String name) {
                                return new BotId(name);
                            }
                        }));
        list.setOnKeyPressed(
                event -> {
                    BotId at = list.getSelectionModel().getSelectedItem();
                    BooleanProperty tick = at == null ? null : ticks.get(at);
                    if (event.getCode() == KeyCode.SPACE && tick != null) {
                        tick.set(!tick.get());
                        event.consume();
                    }
                });

        Button all = new Button("Show all bots");
        all.setId("choose-bots-all");
        all.setOnAction(_ -> choose(List.of()));
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> overlays.close());
        Button take = new Button("Show the ticked bots");
        take.setId("choose-bots-take");
        take.setDefaultButton(true);
        take.getStyleClass().add("accent");
        take.setOnAction(
                _ -> choose(bots.stream().filter(bot -> isTicked(ticks.get(bot))).toList()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(all, gap, cancel, take);
        buttons.getStyleClass().add("sheet-buttons");
        Label title = new Label("Which bots do the screens show?");
        title.getStyleClass().add("title-4");
        overlays.show(new VBox(title, filter, list, buttons), Pos.CENTER, filter);
    }

    private void choose(List<BotId> bots) {
        overlays.close();
        model.selectBots(bots);
    }

    private static boolean isTicked(@org.jspecify.annotations.Nullable BooleanProperty tick) {
        return tick != null && tick.get();
    }
}
