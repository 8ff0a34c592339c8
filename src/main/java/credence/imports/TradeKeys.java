package credence.imports;

import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord.Exit;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.Direction;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Identity of trades without an id of their own (`rules.md` 8): symbol, entry and exit time, side, quantity, prices, and
/// the ordinal among equal rows of one account and bot. The result, the mark and the trade's number are no part of it.
public final class TradeKeys {

    private TradeKeys() {}

    /// Must be called for a file's rows oldest first.
    public static RowKey ofContent(
            Identity identity,
            AccountId account,
            BotId bot,
            Symbol symbol,
            Instant entryTime,
            Direction direction,
            BigDecimal quantity,
            BigDecimal entryPrice,
            Optional<Exit> exit) {
        String[] content = {
            symbol.name(),
            instant(entryTime),
            exit.map(e -> instant(e.time())).orElse(""),
            direction.name(),
            RowKey.canonical(quantity),
            RowKey.canonical(entryPrice),
            exit.map(e -> RowKey.canonical(e.price().value())).orElse("")
        };
        return identity.ofContent("trade", account.name(), bot.name(), content);
    }

    /// One spelling for equal instants.
    public static String instant(Instant time) {
        return time.getNano() == 0
                ? Long.toString(time.getEpochSecond())
                : time.getEpochSecond() + "." + time.getNano();
    }
}
