package credence.cli;

import credence.core.value.ContractCode;
import credence.core.value.Money;
import credence.service.MultiplierSource;
import credence.service.TradeView;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The journal as text: a row a trade, below it what its figures leave out, and the sums.
final class TradesPage {

    private static final String INDENT = "    ";

    private final List<TradeView> trades;
    private final String base;

    /// @param base code of the base currency, empty for none
    TradesPage(List<TradeView> trades, String base) {
        this.trades = trades;
        this.base = base;
    }

    void print(Console console) {
        if (trades.isEmpty()) {
            console.line("No such trades.");
            return;
        }
        Table table =
                new Table()
                        .left("entry (UTC)")
                        .name("bot")
                        .left("symbol")
                        .left("side")
                        .right("quantity")
                        .right("entry")
                        .left("exit (UTC)")
                        .right("exit")
                        .right("costs")
                        .right("net")
                        .left("cur.")
                        .right("R");
        table.rows(new Made(trades, TradesPage::cells))
                .print(console, new Made(trades, TradesPage::notes));
        console.line();
        console.line(sum());
        new TreeMap<>(unknownMultipliers())
                .forEach(
                        (symbol, n) ->
                                console.line(
                                        Figures.count(n, "trade", "trades")
                                                + " in "
                                                + symbol
                                                + " in points, in no sum of money. Set multiplier."
                                                + ContractCode.family(symbol)
                                                + ": money per point."));
        worths().forEach(console::line);
        if (trades.stream().anyMatch(t -> t.evidence().costsEstimated())) {
            console.line("≈ costs estimated by the fee profile of the account.");
        }
    }

    private static List<String> cells(TradeView t) {
        Double r = t.r();
        return List.of(
                Figures.minute(t.entryTime()),
                t.bot(),
                t.symbol(),
                t.side(),
                Figures.exact(t.quantity()),
                Figures.price(t.entryPrice()),
                exit(t),
                Figures.price(t.exitPrice()),
                costs(t),
                net(t),
                t.withoutMoney() ? "points" : t.currency(),
                r == null ? "–" : Figures.signed(r, 2));
    }

    /// Lines of every trade, made when they are asked for: a journal may be long.
    private static final class Made extends AbstractList<List<String>> {

        private final List<TradeView> trades;
        private final Function<TradeView, List<String>> lines;

        Made(List<TradeView> trades, Function<TradeView, List<String>> lines) {
            this.trades = trades;
            this.lines = lines;
        }

        @Override
        public List<String> get(int index) {
            return lines.apply(trades.get(index));
        }

        @Override
        public int size() {
            return trades.size();
        }
    }

    private static String exit(TradeView t) {
        return t.unmatched() ? "no opening" : t.open() ? "open" : Figures.minute(t.exitTime());
    }

    private static String costs(TradeView t) {
        if (t.open()) {
            return "";
        }
        return t.costs() == null
                ? "not stated"
                : (t.evidence().costsEstimated() ? "≈" : t.evidence().costsPartial() ? "≥" : "")
                        + Figures.amount(t.costs(), 2);
    }

    private static String net(TradeView t) {
        return t.withoutMoney()
                ? Figures.exact(t.evidence().points())
                : Figures.amount(t.netPnl(), 2);
    }

    /// What no column says.
    private static List<String> notes(TradeView t) {
        return t.unmatched()
                        || t.evidence().differs()
                        || t.evidence().costsPartial()
                        || !t.evidence().uncountedFees().isEmpty()
                ? t.remarks().stream().map(remark -> INDENT + remark).toList()
                : List.of();
    }

    /// What a point is worth and who says so, where that is not plain; and where an earlier version took it for 1, what to do.
    private List<String> worths() {
        Map<String, Set<String>> told = new TreeMap<>();
        Map<String, Long> unsaid = new TreeMap<>();
        for (TradeView t : trades) {
            MultiplierSource by = t.evidence().multiplierSource();
            if (by == MultiplierSource.UNSTATED) {
                unsaid.merge(t.symbol(), 1L, Long::sum);
            } else if (by != null
                    && by != MultiplierSource.UNIT
                    && by != MultiplierSource.UNKNOWN) {
                told.computeIfAbsent(t.evidence().pointWorth(), _ -> new TreeSet<>())
                        .add(t.symbol());
            }
        }
        List<String> lines = new ArrayList<>();
        told.forEach(
                (worth, symbols) ->
                        lines.add("A point of " + String.join(", ", symbols) + ": " + worth + "."));
        unsaid.forEach(
                (symbol, n) ->
                        lines.add(
                                Figures.count(n, "trade", "trades")
                                        + " in "
                                        + symbol
                                        + (n == 1 ? " counts" : " count")
                                        + " a point as 1, which nobody said: an earlier version"
                                        + " took it so. Say settings set multiplier."
                                        + ContractCode.family(symbol)
                                        + " NUMBER, money per point, or undo the import and import"
                                        + " the file again."));
        return lines;
    }

    private Map<String, Long> unknownMultipliers() {
        Map<String, Long> symbols = new TreeMap<>();
        for (TradeView t : trades) {
            if (t.withoutMoney()) {
                symbols.merge(t.symbol(), 1L, Long::sum);
            }
        }
        return symbols;
    }

    private String sum() {
        Map<String, BigDecimal> net = new TreeMap<>();
        Map<String, BigDecimal> stated = new TreeMap<>();
        long open = 0;
        long unmatched = 0;
        for (TradeView t : trades) {
            BigDecimal result = t.netPnl();
            if (t.unmatched()) {
                unmatched++;
                BigDecimal said = t.evidence().statedPnl();
                if (said != null) {
                    stated.merge(t.currency(), said, BigDecimal::add);
                }
            } else if (t.open()) {
                open++;
            } else if (result != null) {
                net.merge(t.currency(), result, BigDecimal::add);
            }
        }
        StringBuilder text = new StringBuilder();
        text.append(
                Figures.count(trades.size() - open - unmatched, "closed trade", "closed trades"));
        text.append(", ").append(Figures.count(open)).append(" open");
        if (unmatched > 0) {
            text.append(", ").append(Figures.count(unmatched)).append(" closed without opening");
            if (!stated.isEmpty()) {
                text.append(" (by the files' own word ")
                        .append(
                                stated.entrySet().stream()
                                        .map(
                                                e ->
                                                        Figures.amount(e.getValue(), 2)
                                                                + " "
                                                                + e.getKey())
                                        .collect(Collectors.joining(", ")))
                        .append(')');
            }
        }
        net.forEach(
                (currency, sum) ->
                        text.append("; net of the closed ones ")
                                .append(Figures.amount(sum, 2))
                                .append(' ')
                                .append(currency));
        return text.append(inBase()).append('.').toString();
    }

    private String inBase() {
        if (base.isEmpty()) {
            return "";
        }
        BigDecimal sum = BigDecimal.ZERO;
        long counted = 0;
        long lacking = 0;
        for (TradeView t : trades) {
            @Nullable Money worth = t.evidence().netInBase();
            if (worth != null) {
                sum = sum.add(worth.amount());
                counted++;
            } else if (!t.open() && !t.unmatched() && t.netPnl() != null) {
                lacking++;
            }
        }
        String missing =
                lacking == 0
                        ? ""
                        : " (without "
                                + Figures.count(lacking, "trade that lacks", "trades that lack")
                                + " a rate)";
        return counted == 0 && lacking == 0
                ? ""
                : "; in all " + Figures.amount(sum, 2) + " " + base + missing;
    }
}
