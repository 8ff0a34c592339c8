package credence.service;

import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What an import changes about one bot.
///
/// @param bot name under which it is known
/// @param trades closed trades; `open` those still open
/// @param net result of the closed trades per currency, without those whose result nobody knows in money
public record BotChange(
        String bot,
        Counts trades,
        Counts open,
        SortedMap<CurrencyCode, BigDecimal> netBefore,
        SortedMap<CurrencyCode, BigDecimal> netAfter) {

    public record Counts(int before, int after) {

        boolean same() {
            return before == after;
        }
    }

    public BotChange {
        netBefore = Collections.unmodifiableSortedMap(netBefore);
        netAfter = Collections.unmodifiableSortedMap(netAfter);
    }

    /// Bots about which two boards differ in trades or money, by name.
    static List<BotChange> between(TrustBoard before, TrustBoard after) {
        Map<BotId, BotTrust> then = byBot(before);
        Map<BotId, BotTrust> now = byBot(after);
        TreeSet<String> names = new TreeSet<>();
        then.keySet().forEach(b -> names.add(b.name()));
        now.keySet().forEach(b -> names.add(b.name()));
        List<BotChange> changes = new ArrayList<>();
        for (String name : names) {
            BotChange change = of(name, then.get(new BotId(name)), now.get(new BotId(name)));
            if (!change.trades.same()
                    || !change.open.same()
                    || !change.netBefore.equals(change.netAfter)) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Map<BotId, BotTrust> byBot(TrustBoard board) {
        Map<BotId, BotTrust> bots = new TreeMap<>(java.util.Comparator.comparing(BotId::name));
        board.bots().forEach(b -> bots.put(b.bot(), b));
        return bots;
    }

    private static BotChange of(
            String name,
            @org.jspecify.annotations.Nullable BotTrust then,
            @org.jspecify.annotations.Nullable BotTrust now) {
        return new BotChange(
                name,
                new Counts(then == null ? 0 : then.trades(), now == null ? 0 : now.trades()),
                new Counts(
                        then == null ? 0 : then.openTrades(), now == null ? 0 : now.openTrades()),
                then == null ? new TreeMap<>() : then.netPnl(),
                now == null ? new TreeMap<>() : now.netPnl());
    }
}
