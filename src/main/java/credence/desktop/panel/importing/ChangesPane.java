package credence.desktop.panel.importing;

import credence.desktop.part.Fittings;
import credence.desktop.table.Column;
import credence.desktop.table.SortFilterTable;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

import java.util.List;

/// What the import changes, bot by bot: before and after.
final class ChangesPane extends BorderPane {

    private final SortFilterTable<ChangeLine> table;

    ChangesPane(Fittings fittings) {
        table = fittings.table("import.changes", columns(), ChangeLine::place);
        table.setAccessibleText("What the import changes about each bot");
        table.filteringProperty().set(false);
        setCenter(table);
    }

    void show(Forecast.Projection now) {
        table.placeholder(new Label(now.note()));
        table.rows(now.lines());
    }

    SortFilterTable<ChangeLine> table() {
        return table;
    }

    private static List<Column<ChangeLine>> columns() {
        return List.of(
                Column.<ChangeLine>text("bot", "Bot", ChangeLine::bot).width(300),
                Column.<ChangeLine>count("before", "Trades before", ChangeLine::tradesBefore)
                        .width(130)
                        .help("Closed trades of the bot as it is known now"),
                Column.<ChangeLine>count("after", "Trades after", ChangeLine::tradesAfter)
                        .width(122)
                        .help("Closed trades when these files are imported"),
                Column.<ChangeLine>count("open-before", "Open before", ChangeLine::openBefore)
                        .width(120),
                Column.<ChangeLine>count("open-after", "Open after", ChangeLine::openAfter)
                        .width(112),
                Column.<ChangeLine>money("net-before", "Net before", ChangeLine::netBefore)
                        .width(140)
                        .help("Result of the closed trades after costs, as far as it is known"),
                Column.<ChangeLine>money("net-after", "Net after", ChangeLine::netAfter).width(140),
                Column.<ChangeLine>money("difference", "Difference", ChangeLine::difference)
                        .width(140)
                        .colouredBySign());
    }
}
