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

/// What must agree for one fill to close another.
///
/// Beside account, bot and symbol also currency, multiplier and source class: a price in euros, a contract of another
/// size or a paper order is another thing that happens to share a name, and closing one with the other would make a
/// wrong number. Such fills stand beside each other as positions of their own, for the trader to see.
///
/// @param multiplier in canonical spelling, so that 50 and 50.0 are one
record PositionKey(
        AccountId account,
        BotId bot,
        Symbol symbol,
        CurrencyCode currency,
        BigDecimal multiplier,
        SourceClass source)
        implements Comparable<PositionKey> {

    private static final Comparator<PositionKey> ORDER =
            Comparator.comparing(PositionKey::account)
                    .thenComparing(PositionKey::bot)
                    .thenComparing(PositionKey::symbol)
                    .thenComparing(PositionKey::currency)
                    .thenComparing(PositionKey::multiplier)
                    .thenComparing(PositionKey::source);

    PositionKey {
        multiplier = Exact.canonical(multiplier);
    }

    static PositionKey of(Fill fill) {
        return new PositionKey(
                fill.account(),
                fill.bot(),
                fill.symbol(),
                fill.currency(),
                fill.multiplier(),
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
        out.writeUTF(multiplier.toPlainString());
        out.writeUTF(source.name());
    }

    static PositionKey read(DataInput in) throws IOException {
        return new PositionKey(
                new AccountId(in.readUTF()),
                new BotId(in.readUTF()),
                new Symbol(in.readUTF()),
                new CurrencyCode(in.readUTF()),
                new BigDecimal(in.readUTF()),
                SourceClass.valueOf(in.readUTF()));
    }
}
