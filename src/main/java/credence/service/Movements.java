package credence.service;

import credence.core.fact.Fill;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.value.AccountId;
import credence.core.value.Direction;
import credence.core.value.Side;
import credence.core.value.Symbol;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was bought and sold of each symbol in each minute. An export of orders and one of fills cut it differently into rows, and
/// one may tell seconds that the other does not.
final class Movements {

    /// By how much two amounts of money may differ, as a part of the larger: prices are averages, or worked out of amounts.
    private static final BigDecimal ROUNDING = new BigDecimal("0.001");

    private final Map<Moment, Amount> amounts = new HashMap<>();
    private final @Nullable Set<Moment> only;
    private final boolean accounts;

    /// @param account null where accounts are not told apart
    private record Moment(@Nullable AccountId account, Symbol symbol, Side side, long minute) {}

    /// @param money price × quantity
    /// @param from where its first row stands
    record Amount(BigDecimal quantity, BigDecimal money, String from) {

        private Amount and(Amount other) {
            return new Amount(quantity.add(other.quantity), money.add(other.money), from);
        }

        private boolean like(Amount other) {
            BigDecimal larger = money.abs().max(other.money.abs());
            return quantity.compareTo(other.quantity) == 0
                    && money.subtract(other.money).abs().compareTo(larger.multiply(ROUNDING)) <= 0;
        }
    }

    /// @param accounts whether those of different accounts are told apart
    Movements(boolean accounts) {
        this(null, accounts);
    }

    private Movements(@Nullable Set<Moment> only, boolean accounts) {
        this.only = only;
        this.accounts = accounts;
    }

    /// None, and none will be added but at the moments of these.
    Movements sameMoments() {
        return new Movements(Set.copyOf(amounts.keySet()), accounts);
    }

    /// How many moments there are.
    int size() {
        return amounts.size();
    }

    /// Adds what a fill moved, or both ends of a trade. Other rows move nothing.
    void add(SourceRow row, String from) {
        switch (row) {
            case Fill f ->
                    add(
                            f.account(),
                            f.symbol(),
                            f.side(),
                            f.time(),
                            new Amount(f.quantity().value(), f.turnover(), from));
            case TradeRecord t -> add(t, from);
            default -> {
                // Predictions, bars and rates.
            }
        }
    }

    private void add(TradeRecord t, String from) {
        BigDecimal size = t.quantity().value();
        Side in = t.direction() == Direction.LONG ? Side.BUY : Side.SELL;
        add(
                t.account(),
                t.symbol(),
                in,
                t.entryTime(),
                new Amount(size, size.multiply(t.entryPrice().value()), from));
        t.exit()
                .ifPresent(
                        exit ->
                                add(
                                        t.account(),
                                        t.symbol(),
                                        in.opposite(),
                                        exit.time(),
                                        new Amount(
                                                size, size.multiply(exit.price().value()), from)));
    }

    private void add(AccountId account, Symbol symbol, Side side, Instant time, Amount amount) {
        Moment moment =
                new Moment(
                        accounts ? account : null,
                        symbol,
                        side,
                        Math.floorDiv(time.getEpochSecond(), 60));
        if (only == null || only.contains(moment)) {
            amounts.merge(moment, amount, Amount::and);
        }
    }

    /// Amounts of the others that are the same here at the same moment.
    List<Amount> alike(Movements others) {
        List<Amount> alike = new ArrayList<>();
        others.amounts.forEach(
                (moment, other) -> {
                    Amount own = amounts.get(moment);
                    if (own != null && own.like(other)) {
                        alike.add(other);
                    }
                });
        return alike;
    }
}
