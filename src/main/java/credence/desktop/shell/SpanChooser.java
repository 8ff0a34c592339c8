package credence.desktop.shell;

import credence.desktop.desk.Span;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.time.LocalDate;
import java.time.ZoneId;

/// The sheet on which a stretch of time between two days is chosen for all screens.
final class SpanChooser {

    private final ShellViewModel model;
    private final Overlays overlays;

    SpanChooser(ShellViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
    }

    /// @param zone in which days begin
    void show(ZoneId zone) {
        DatePicker from = new DatePicker();
        from.setAccessibleText("First day");
        DatePicker to = new DatePicker();
        to.setAccessibleText("Last day");
        if (model.selection().span() instanceof Span.Between between) {
            from.setValue(LocalDate.ofInstant(between.from(), zone));
            to.setValue(LocalDate.ofInstant(between.to(), zone));
        }
        Label wrong = new Label();
        wrong.getStyleClass().add("result-loss");
        Button take = new Button("Show these days");
        take.setDefaultButton(true);
        take.getStyleClass().add("accent");
        take.setOnAction(
                _ -> {
                    LocalDate first = from.getValue();
                    LocalDate last = to.getValue();
                    if (first == null || last == null || last.isBefore(first)) {
                        wrong.setText("Give two days, the earlier one first.");
                    } else {
                        overlays.close();
                        model.selectSpan(
                                new Span.Between(
                                        first.atStartOfDay(zone).toInstant(),
                                        last.plusDays(1).atStartOfDay(zone).toInstant()));
                    }
                });
        Button cancel = new Button("Cancel");
        cancel.setOnAction(_ -> overlays.close());
        GridPane grid = new GridPane(10, 8);
        grid.addRow(0, new Label("From"), from);
        grid.addRow(1, new Label("To"), to);
        HBox buttons = new HBox(cancel, take);
        buttons.getStyleClass().add("sheet-buttons");
        Label title = new Label("Which days do the screens show?");
        title.getStyleClass().add("title-4");
        Label meaning =
                new Label(
                        "With a last day before the end of the data, beliefs are shown as they"
                                + " were then.");
        meaning.getStyleClass().add("palette-detail");
        overlays.show(new VBox(title, meaning, grid, wrong, buttons), Pos.CENTER, from);
    }
}
