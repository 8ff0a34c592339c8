package credence.desktop.panel.journal;

import credence.core.value.Money;
import credence.desktop.table.Column;
import credence.desktop.theme.Unit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The columns in which trades are listed, wherever they are.
public final class TradeColumns {

    /// Prices stand point under point down to the cent; those with more decimals show them all.
    private static final int PLACES = 2;

    private TradeColumns() {}

    public static List<Column<TradeRow>> all() {
        List<Column<TradeRow>> columns = new ArrayList<>();
        columns.add(Column.<TradeRow>text("bot", "Bot", TradeRow::bot).width(222));
        columns.add(symbol());
        columns.addAll(common());
        columns.add(state());
        columns.addAll(rest());
        columns.add(
                Column.<TradeRow>text("account", "Account", TradeRow::account).width(90).hidden());
        return columns;
    }

    /// Without the bot, which is known.
    public static List<Column<TradeRow>> ofOneBot() {
        List<Column<TradeRow>> columns = new ArrayList<>(common());
        columns.add(state().hidden());
        columns.addAll(rest().stream().map(Column::hidden).toList());
        columns.add(symbol().hidden());
        return columns;
    }

    private static Column<TradeRow> symbol() {
        return Column.<TradeRow>text("symbol", "Symbol", TradeRow::symbol, TradeRow::symbolWorth)
                .width(80);
    }

    private static Column<TradeRow> state() {
        return Column.<TradeRow>text("state", "State", TradeRow::state).width(68);
    }

    private static List<Column<TradeRow>> common() {
        return List.of(
                Column.<TradeRow>time("entry", "Entry", TradeRow::entryTime),
                Column.<TradeRow>text("side", "Side", TradeRow::side).width(60),
                Column.<TradeRow>decimal("quantity", "Quantity", TradeRow::quantity).width(86),
                Column.<TradeRow>decimal("entry-price", "Entry price", PLACES, TradeRow::entryPrice)
                        .width(102),
                Column.<TradeRow>time("exit", "Exit", TradeRow::exitTime),
                Column.<TradeRow>decimal("exit-price", "Exit price", PLACES, TradeRow::exitPrice)
                        .width(98),
                Column.<TradeRow>money("net", "Net result", TradeRow::net)
                        .colouredBySign()
                        .summed()
                        .width(118)
                        .help(
                                "After costs. Of an open trade: the result at its mark, if there is"
                                        + " one"),
                Column.<TradeRow>figure("r", "R", Unit.R, TradeRow::r)
                        .colouredBySign()
                        .width(70)
                        .help("Result divided by the risk taken at entry, as it was learned"));
    }

    private static Column<TradeRow> part(
            String id, String title, Function<TradeRow, @Nullable Money> costs) {
        return Column.<TradeRow>money(id, title, costs)
                .width(112)
                .summed()
                .hidden()
                .help(
                        "Positive is paid. Empty where the file keeps no such column: unknown, not"
                                + " zero");
    }

    private static List<Column<TradeRow>> rest() {
        return List.of(
                Column.<TradeRow>money("gross", "Gross", TradeRow::gross).colouredBySign().hidden(),
                Column.<TradeRow>money("costs", "Costs", TradeRow::costs)
                        .width(104)
                        .summed()
                        .help("Empty where the file states none: that is unknown, not zero"),
                part("commission", "Commission", TradeRow::commission),
                part("fees", "Fees", TradeRow::fees),
                part("funding", "Swap, funding", TradeRow::funding),
                Column.<TradeRow>decimal("point", "Point worth", TradeRow::pointWorth)
                        .width(104)
                        .hidden()
                        .help("Money per point and unit; empty where nobody knows it"),
                Column.<TradeRow>text("point-by", "Point worth by", TradeRow::pointBy)
                        .width(200)
                        .hidden()
                        .help(
                                "Money per point and unit, and who says so: the file, the table of"
                                        + " common futures, a standard option, your setting"),
                Column.<TradeRow>money("net-in-base", "Net in base", TradeRow::netInBase)
                        .colouredBySign()
                        .summed()
                        .width(118)
                        .hidden()
                        .help(
                                "Net result in your base currency by your rate of the day it"
                                        + " closed; empty without one"),
                Column.<TradeRow>text("rung", "R measured by", TradeRow::rung).width(150).hidden(),
                Column.<TradeRow>figure("held", "Held, hours", Unit.NUMBER, TradeRow::heldHours)
                        .width(96)
                        .hidden(),
                Column.<TradeRow>text("reason", "Ended by", TradeRow::exitReason)
                        .width(90)
                        .hidden(),
                Column.<TradeRow>text("source", "Source", TradeRow::source).width(80).hidden(),
                Column.<TradeRow>text("regime", "Regime", TradeRow::regime, TradeRow::situation)
                        .width(110)
                        .hidden()
                        .help(
                                "In force in its market at entry, as it was known then; the tooltip"
                                        + " says the situation. Not known where there were no"
                                        + " bars"),
                Column.<TradeRow>text("remark", "Remark", TradeRow::remark)
                        .width(240)
                        .hidden()
                        .help(
                                "What the figures leave out or contradict: points without money,"
                                        + " estimated costs, fees in other coins, another result in"
                                        + " the file"));
    }
}
