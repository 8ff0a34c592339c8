package credence.imports.formats.crypto;

import credence.core.value.Side;
import credence.imports.Notional;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a ledger says one trade moved, coin by coin: some of one coin against some of another, and costs. Several fills of one pair that
/// the ledger does not tell apart are one swap of their sums, which is exact.
final class CoinSwap {

    private final Map<String, BigDecimal> got = new LinkedHashMap<>();
    private final Map<String, BigDecimal> given = new LinkedHashMap<>();
    private final Map<String, BigDecimal> fees = new TreeMap<>();
    private int receipts;
    private int payments;
    private int charges;

    /// @param change of the balance: positive is received
    void move(String coin, BigDecimal change) {
        if (change.signum() != 0) {
            receipts += change.signum() > 0 ? 1 : 0;
            payments += change.signum() < 0 ? 1 : 0;
            (change.signum() > 0 ? got : given).merge(name(coin), change.abs(), BigDecimal::add);
        }
    }

    /// @param paid positive is paid
    void fee(String coin, BigDecimal paid) {
        charges++;
        fees.merge(name(coin), paid, BigDecimal::add);
    }

    private static String name(String coin) {
        return coin.strip().toUpperCase(Locale.ROOT);
    }

    Map<String, BigDecimal> fees() {
        return fees;
    }

    /// Why these movements are no one trade; null when they are one.
    @Nullable String problem() {
        if (got.isEmpty() && given.isEmpty()) {
            return "A fee stands here without its trade.";
        }
        if (got.isEmpty()) {
            return "Only what was paid stands here, not what was bought for it.";
        }
        if (given.isEmpty()) {
            return "Only what was received stands here, not what was paid for it.";
        }
        if (got.size() > 1 || given.size() > 1 || got.keySet().equals(given.keySet())) {
            return "Several trades of different coins stand under one moment ("
                    + String.join(", ", given.keySet())
                    + " for "
                    + String.join(", ", got.keySet())
                    + "): which belong together cannot be told.";
        }
        return null;
    }

    /// The same for a ledger in which every fill has one movement of either coin, and a fee each or none: where their numbers differ, some of
    /// them are not here, and their sums are no trade that ever was.
    @Nullable String problemByFill() {
        String problem = problem();
        boolean whole = receipts == payments && (charges == 0 || charges == receipts);
        if (problem != null || whole) {
            return problem;
        }
        return "This moment has "
                + receipts
                + (receipts == 1 ? " row" : " rows")
                + " of what was received, "
                + payments
                + " of what was paid and "
                + charges
                + " of costs; where none is missing there are equally many.";
    }

    /// A swap without a problem, seen from the pair's base coin.
    ///
    /// @param price money ÷ quantity, cut after 24 digits if it does not end before
    record Traded(Pair pair, Side side, BigDecimal quantity, BigDecimal money, BigDecimal price) {}

    Traded traded(QuoteCoins coins) {
        Map.Entry<String, BigDecimal> bought = got.entrySet().iterator().next();
        Map.Entry<String, BigDecimal> paid = given.entrySet().iterator().next();
        Pair pair = Pair.ofCoins(bought.getKey(), paid.getKey(), coins);
        boolean buys = pair.base().equals(bought.getKey());
        BigDecimal quantity = (buys ? bought : paid).getValue();
        BigDecimal money = (buys ? paid : bought).getValue();
        BigDecimal price = Notional.price(money, quantity);
        return new Traded(pair, buys ? Side.BUY : Side.SELL, quantity, money, price);
    }
}
