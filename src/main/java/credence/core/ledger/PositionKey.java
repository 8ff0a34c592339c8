package credence.core.ledger;

import credence.core.fact.Fill;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/// What must agree for one fill to close another.
///
/// Beside account, bot and symbol also currency, multiplier and source class: a price in euros, a contract of another
/// size or a paper order is another thing that happens to share a name, and closing one with the other would make a
/// wrong number. Such fills stand beside each other as positions of their own, for the trader to see.
///
/// @param multiplier in canonical spelling, so that 50 and 50.0 are one; empty where nobody knows it, which is another thing than 1
record PositionKey(
        AccountId account,
        BotId bot,
        Symbol symbol,
        CurrencyCode currency,
        Optional<BigDecimal> multiplier,
        SourceClass source)
        implements Comparable<PositionKey> {

    private static final String UNKNOWN = "?";

    private static final Comparator<PositionKey> ORDER =
            Comparator.comparing(PositionKey::account)
                    .thenComparing(PositionKey::bot)
                    .thenComparing(PositionKey::symbol)
                    .thenComparing(PositionKey::currency)
                    .thenComparing(key -> key.multiplier.orElse(BigDecimal.ZERO))
                    .thenComparing(PositionKey::source);

    PositionKey {
        multiplier = multiplier.map(Exact::canonical);
    }

    static PositionKey of(Fill fill) {
        return new PositionKey(
                fill.account(),
                fill.bot(),
                fill.symbol(),
                fill.currency(),
                fill.knownMultiplier(),
                fill.source());
    }

    @Override
    public int compareTo(PositionKey other) {
        return ORDER.compare(this, other);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(account.name());
        out.writeUTF(bot.name());
        out.writeUTF(symbol.name());
        out.writeUTF(currency.code());
        out.writeUTF(multiplier.map(BigDecimal::toPlainString).orElse(UNKNOWN));
        out.writeUTF(source.name());
    }

    static PositionKey read(DataInput in) throws IOException {
        return new PositionKey(
                new AccountId(in.readUTF()),
                new BotId(in.readUTF()),
                new Symbol(in.readUTF()),
                new CurrencyCode(in.readUTF()),
                multiplier(in.readUTF()),
                SourceClass.valueOf(in.readUTF()));
    }

    private static Optional<BigDecimal> multiplier(String written) {
        return written.equals(UNKNOWN) ? Optional.empty() : Optional.of(new BigDecimal(written));
    }
}
