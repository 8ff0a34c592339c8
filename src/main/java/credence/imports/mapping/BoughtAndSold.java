package credence.imports.mapping;

import credence.service.port.mapping.Role;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/// Columns of closed trades that are called by purchase and sale instead of entry and exit: the entry of a short trade is its sale.
///
/// Some journals call the entry “buy” whatever was done; so a short row must show which it means: by its times, where they are called so
/// too, else by the sign of its result.
///
/// @param prices whether the prices are those of purchase and sale
/// @param times whether the times are
record BoughtAndSold(boolean prices, boolean times) {

    /// What the columns of a short trade hold.
    enum Order {
        /// Entry and exit, as mapped.
        AS_MAPPED,
        /// The first is the purchase, so the exit.
        SOLD_FIRST,
        UNTOLD
    }

    /// @param names of a role's column; empty where it has none
    static BoughtAndSold of(Function<Role, String> names, Map<Role, Integer> columns) {
        return new BoughtAndSold(
                columns.containsKey(Role.ENTRY_PRICE)
                        && Synonyms.isPurchase(names.apply(Role.ENTRY_PRICE))
                        && Synonyms.isSale(names.apply(Role.EXIT_PRICE)),
                columns.containsKey(Role.ENTRY_TIME)
                        && Synonyms.isPurchase(names.apply(Role.ENTRY_TIME))
                        && Synonyms.isSale(names.apply(Role.EXIT_TIME)));
    }

    /// @param bought the time mapped as the entry's
    /// @param sold the time mapped as the exit's
    /// @param made sale less purchase
    /// @param result what the row states, before or after costs; null where it states nothing
    Order ofShort(Instant bought, Instant sold, BigDecimal made, @Nullable BigDecimal result) {
        if (!prices) {
            return Order.AS_MAPPED;
        }
        if (times && !bought.equals(sold)) {
            return sold.isBefore(bought) ? Order.SOLD_FIRST : Order.AS_MAPPED;
        }
        if (made.signum() == 0) {
            return Order.AS_MAPPED; // the same either way
        }
        if (result == null || result.signum() == 0) {
            return Order.UNTOLD;
        }
        return result.signum() == made.signum() ? Order.SOLD_FIRST : Order.AS_MAPPED;
    }
}
