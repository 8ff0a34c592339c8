package credence.desktop.panel.importing;

import credence.core.value.CurrencyCode;
import credence.service.BotChange;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What an import changes about a bot's trades and its result in one currency.
///
/// @param currency empty when no result is known in money
/// @param netBefore result of the closed trades; null when there was none in this currency
public record ChangeLine(
        String bot,
        int tradesBefore,
        int tradesAfter,
        int openBefore,
        int openAfter,
        String currency,
        @Nullable BigDecimal netBefore,
        @Nullable BigDecimal netAfter) {

    static List<ChangeLine> of(List<BotChange> changes) {
        List<ChangeLine> lines = new ArrayList<>();
        for (BotChange c : changes) {
            TreeSet<String> currencies = new TreeSet<>();
            c.netBefore().keySet().forEach(code -> currencies.add(code.code()));
            c.netAfter().keySet().forEach(code -> currencies.add(code.code()));
            if (currencies.isEmpty()) {
                lines.add(of(c, "", null, null));
            }
            for (String code : currencies) {
                CurrencyCode currency = new CurrencyCode(code);
                lines.add(of(c, code, c.netBefore().get(currency), c.netAfter().get(currency)));
            }
        }
        return lines;
    }

    private static ChangeLine of(
            BotChange c, String currency, @Nullable BigDecimal before, @Nullable BigDecimal after) {
        return new ChangeLine(
                c.bot(),
                c.trades().before(),
                c.trades().after(),
                c.open().before(),
                c.open().after(),
                currency,
                before,
                after);
    }

    /// What the net result gains; null without a result after.
    @Nullable BigDecimal difference() {
        return netAfter == null
                ? null
                : netAfter.subtract(netBefore == null ? BigDecimal.ZERO : netBefore);
    }
}
