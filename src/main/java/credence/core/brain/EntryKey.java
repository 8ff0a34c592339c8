package credence.core.brain;

import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;

/// What trades of one outcome have in common (`rules.md` 26). The price is stripped of trailing zeros.
///
/// @param currency of the results: accounts in two currencies make two outcomes of one call, since their money cannot be added
///     (`rules.md` 15)
/// @param inPoints whether nobody knows the multiplier: points are never added to money
record EntryKey(
        BotId bot,
        Symbol symbol,
        Direction direction,
        Instant time,
        BigDecimal price,
        CurrencyCode currency,
        boolean inPoints)
        implements Comparable<EntryKey> {

    EntryKey {
        price = price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros();
    }

    @Override
    public int compareTo(EntryKey o) {
        int c = bot.compareTo(o.bot);
        if (c == 0) {
            c = time.compareTo(o.time);
        }
        if (c == 0) {
            c = symbol.compareTo(o.symbol);
        }
        if (c == 0) {
            c = direction.compareTo(o.direction);
        }
        if (c == 0) {
            c = price.compareTo(o.price);
        }
        if (c == 0) {
            c = currency.code().compareTo(o.currency.code());
        }
        return c == 0 ? Boolean.compare(inPoints, o.inPoints) : c;
    }
}
