package credence.imports.formats.metatrader;

import credence.core.fact.ExitReason;
import credence.imports.Cells;
import credence.imports.Header;
import credence.imports.HeaderPlace;
import credence.imports.NumberStyle;
import credence.imports.RefusedRow;
import credence.imports.Row;
import credence.imports.Table;
import credence.imports.Tally;
import credence.imports.TimeColumn;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The events of a MetaTrader 4 test, one after the other: what opens, what is changed, what ends.
final class TesterEvents {

    final Map<String, TesterOrder> open = new LinkedHashMap<>();
    final List<TesterOrder.Ending> endings = new ArrayList<>();

    private final String symbol;
    private final TimeColumn times;
    private final TesterBalance balance;
    private final Tally tally;

    TesterEvents(String symbol, TimeColumn times, TesterBalance balance, Tally tally) {
        this.symbol = symbol;
        this.times = times;
        this.balance = balance;
        this.tally = tally;
    }

    void add(Header h, Row texts) throws RefusedRow {
        Cells c =
                new Cells(
                                Table.of(
                                        new HeaderPlace(',', 0, texts.line(), h), List.of(), tally),
                                NumberStyle.POINT)
                        .at(MetaTrader.padded(texts, h.size()));
        String type = c.text(h.find("Type")).toLowerCase(Locale.ROOT);
        String number = c.text(h.find("Order"));
        switch (type) {
            case "buy", "sell" -> {
                TesterOrder order =
                        new TesterOrder(
                                c.line(),
                                c.number(h.find("Order")).longValue(),
                                MetaTrader.direction(c, h.find("Type")),
                                times.read(c.text(h.find("Time")), c.line()),
                                c.number(h.find("Price")),
                                c.positive(h.find("Size")));
                order.levels(c, h);
                if (open.containsKey(number)) {
                    throw c.refuse(
                            h.find("Order"),
                            "An order of this number is open already.",
                            MetaTrader.AGAIN);
                }
                open.put(number, order);
            }
            case "modify" -> {
                Instant time = times.read(c.text(h.find("Time")), c.line());
                TesterOrder order = find(number, c.positive(h.find("Size")));
                if (order != null && order.time.equals(time)) {
                    order.levels(c, h);
                }
                tally.skip("order changed", texts);
            }
            case "delete" -> tally.skip("pending order deleted", texts);
            case "close", "close at stop", "s/l", "t/p", "close by" -> ending(c, h, type, number);
            default -> {
                if (type.startsWith("buy ") || type.startsWith("sell ")) {
                    tally.skip("pending order placed", texts);
                } else {
                    throw c.refuse(
                            h.find("Type"),
                            "This is no event of the Strategy Tester.",
                            MetaTrader.AGAIN);
                }
            }
        }
    }

    /// The open order of a number; what a part closing left goes on under the next number with its size.
    private @Nullable TesterOrder find(String number, BigDecimal lots) {
        TesterOrder known = open.get(number);
        if (known != null) {
            return known;
        }
        for (Map.Entry<String, TesterOrder> e : open.entrySet()) {
            if (e.getValue().rows == 0 && e.getValue().lots.compareTo(lots) == 0) {
                TesterOrder rest = e.getValue();
                open.remove(e.getKey());
                open.put(number, rest);
                return rest;
            }
        }
        return null;
    }

    private void ending(Cells c, Header h, String type, String number) throws RefusedRow {
        BigDecimal lots = c.positive(h.find("Size"));
        Instant time = times.read(c.text(h.find("Time")), c.line());
        BigDecimal price = c.number(h.find("Price"));
        BigDecimal profit = c.number(h.find("Profit"));
        BigDecimal after = c.numberOrNull(h.find("Balance"));
        TesterOrder order = find(number, lots);
        if (order == null) {
            throw c.refuse(
                    h.find("Order"), "No order of this number is open here.", MetaTrader.AGAIN);
        }
        if (lots.compareTo(order.lots) > 0) {
            throw c.refuse(h.find("Size"), "More is closed than was open.", MetaTrader.AGAIN);
        }
        MtTrade trade =
                new MtTrade(
                        order.rows > 0 ? order.line : c.line(),
                        order.rows + 1,
                        symbol,
                        order.direction,
                        lots,
                        order.time,
                        order.price,
                        time,
                        price,
                        profit,
                        null,
                        reason(type));
        endings.add(new TesterOrder.Ending(order, trade, c.text(h.find("Profit")).startsWith("-")));
        balance.next(c.line(), after, profit);
        order.lots = order.lots.subtract(lots);
        order.rows = 0;
        if (order.lots.signum() == 0) {
            open.values().remove(order);
        }
    }

    private static ExitReason reason(String type) {
        return switch (type) {
            case "s/l" -> ExitReason.SL;
            case "t/p" -> ExitReason.TP;
            case "close" -> ExitReason.SIGNAL;
            default -> ExitReason.UNKNOWN;
        };
    }
}
