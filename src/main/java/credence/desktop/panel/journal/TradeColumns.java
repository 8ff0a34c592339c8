package credence.desktop.panel.journal;

import credence.desktop.table.Column;
import credence.desktop.theme.Unit;

import java.util.ArrayList;
import java.util.List;

/// The columns in which trades are listed, wherever they are.
public final class TradeColumns {

    private TradeColumns() {}

    public static List<Column<TradeRow>> all() {
        List<Column<TradeRow>> columns = new ArrayList<>();
        columns.add(Column.<TradeRow>text("bot", "Bot", TradeRow::bot).width(220));
        columns.add(
                Column.<TradeRow>text("account", "Account", TradeRow::account).width(90).hidden());
        columns.addAll(common());
        return columns;
    }

    /// Without the bot, which is known.
    public static List<Column<TradeRow>> ofOneBot() {
        return common();
    }

    private static List<Column<TradeRow>> common() {
        return List.of(
                Column.<TradeRow>text("symbol", "Symbol", TradeRow::symbol).width(90),
                Column.<TradeRow>text("side", "Side", TradeRow::side).width(60),
                Column.<TradeRow>decimal("quantity", "Quantity", TradeRow::quantity).width(90),
                Column.<TradeRow>time("entry", "Entry", TradeRow::entryTime),
                Column.<TradeRow>decimal("entry-price", "Entry price", TradeRow::entryPrice),
                Column.<TradeRow>time("exit", "Exit", TradeRow::exitTime),
                Column.<TradeRow>decimal("exit-price", "Exit price", TradeRow::exitPrice),
                Column.<TradeRow>money("gross", "Gross", TradeRow::gross).colouredBySign().hidden(),
                Column.<TradeRow>money("costs", "Costs", TradeRow::costs).summed(),
                Column.<TradeRow>money("net", "Net result", TradeRow::net)
                        .colouredBySign()
                        .summed()
                        .help(
                                "After costs. Of an open trade: the result at its mark, if there is"
                                        + " one"),
                Column.<TradeRow>figure("r", "R", Unit.R, TradeRow::r)
                        .colouredBySign()
                        .width(76)
                        .help("Result divided by the risk taken at entry, as it was learned"),
                Column.<TradeRow>text("rung", "R measured by", TradeRow::rung).width(150).hidden(),
                Column.<TradeRow>figure("held", "Held, hours", Unit.NUMBER, TradeRow::heldHours)
                        .width(90)
                        .hidden(),
                Column.<TradeRow>text("reason", "Ended by", TradeRow::exitReason).width(90),
                Column.<TradeRow>text("source", "Source", TradeRow::source).width(80),
                Column.<TradeRow>text("state", "State", TradeRow::state).width(76));
    }
}
