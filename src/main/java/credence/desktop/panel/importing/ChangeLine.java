package credence.desktop.panel.importing;

import credence.core.value.CurrencyCode;
import credence.core.value.Money;
import credence.service.BotChange;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an import changes about a bot's trades and its result in one currency.
///
/// @param netBefore result of the closed trades; null when there was none in this currency
public record ChangeLine(
        String bot,
        int tradesBefore,
        int tradesAfter,
        int openBefore,
        int openAfter,
        @Nullable Money netBefore,
        @Nullable Money netAfter) {

    static List<ChangeLine> of(List<BotChange> changes) {
        List<ChangeLine> lines = new ArrayList<>();
        for (BotChange c : changes) {
            SortedMap<String, CurrencyCode> currencies = new TreeMap<>();
            c.netBefore().keySet().forEach(code -> currencies.put(code.code(), code));
            c.netAfter().keySet().forEach(code -> currencies.put(code.code(), code));
            if (currencies.isEmpty()) {
                lines.add(of(c, null, null));
            }
            for (CurrencyCode currency : currencies.values()) {
                lines.add(of(c, in(c.netBefore(), currency), in(c.netAfter(), currency)));
            }
        }
        return lines;
    }

    private static @Nullable Money in(
            SortedMap<CurrencyCode, BigDecimal> sums, CurrencyCode currency) {
        BigDecimal sum = sums.get(currency);
        return sum == null ? null : new Money(sum, currency);
    }

    private static ChangeLine of(BotChange c, @Nullable Money before, @Nullable Money after) {
        return new ChangeLine(
                c.bot(),
                c.trades().before(),
                c.trades().after(),
                c.open().before(),
                c.open().after(),
                before,
                after);
    }

    /// What the net result gains; null without a result after.
    @Nullable Money difference() {
        return netAfter == null || netBefore == null
                ? netAfter
                : new Money(netAfter.amount().subtract(netBefore.amount()), netAfter.currency());
    }

    /// What stays the same of a line when the files are read again.
    String place() {
        Money any = netAfter == null ? netBefore : netAfter;
        return bot + (any == null ? "" : " " + any.currency());
    }
}
