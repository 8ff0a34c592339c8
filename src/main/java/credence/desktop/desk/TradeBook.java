package credence.desktop.desk;

import credence.service.TradeView;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The trades of one state, with what the screens often ask of them.
///
/// @param version of the state they belong to
/// @param all in order of entry
/// @param byBot the same by name of the bot
/// @param symbolsByBot what each bot traded
public record TradeBook(
        long version,
        List<TradeView> all,
        Map<String, List<TradeView>> byBot,
        Map<String, SortedSet<String>> symbolsByBot) {

    public static final TradeBook EMPTY = of(0, List.of());

    public static TradeBook of(long version, List<TradeView> trades) {
        Map<String, List<TradeView>> byBot = new TreeMap<>();
        Map<String, SortedSet<String>> symbols = new TreeMap<>();
        for (TradeView trade : trades) {
            byBot.computeIfAbsent(trade.bot(), _ -> new ArrayList<>()).add(trade);
            symbols.computeIfAbsent(trade.bot(), _ -> new TreeSet<>()).add(trade.symbol());
        }
        return new TradeBook(version, trades, byBot, symbols);
    }

    public List<TradeView> of(String bot) {
        return byBot.getOrDefault(bot, List.of());
    }

    public boolean traded(String bot, String symbol) {
        Set<String> symbols = symbolsByBot.get(bot);
        return symbols != null && symbols.contains(symbol);
    }

    public SortedSet<String> symbols() {
        SortedSet<String> all = new TreeSet<>();
        symbolsByBot.values().forEach(all::addAll);
        return all;
    }
}
