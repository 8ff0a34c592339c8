package credence.core.trust;

import credence.core.brain.Books;
import credence.core.value.ContractCode;
import credence.core.value.CurrencyCode;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What money figures leave out, so that every total can say so, and what the trader can do about it.
///
/// @param withoutMoney closed trades whose result nobody knows in money, by symbol: its multiplier is to be set
/// @param uncountedFees fills whose fee in this currency or coin is not counted, since no rate is known
/// @param differing results that sources state and that do not follow from prices, sizes and costs
/// @param estimated closed trades with costs by a fee profile
/// @param base the base currency, if one is set
/// @param netInBase sum of the nets in the base currency, by the rate of the day each trade closed; 0 without a base
/// @param withoutRate closed trades left out of that sum, since they have no rate
public record DataQuality(
        SortedMap<Symbol, Integer> withoutMoney,
        SortedMap<CurrencyCode, Integer> uncountedFees,
        int differing,
        int estimated,
        Optional<CurrencyCode> base,
        BigDecimal netInBase,
        int withoutRate) {

    public static final DataQuality FLAWLESS =
            new DataQuality(
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    0,
                    0,
                    Optional.empty(),
                    BigDecimal.ZERO,
                    0);

    static DataQuality of(Books books, Optional<CurrencyCode> base) {
        return new DataQuality(
                books.withoutMoney(),
                books.uncountedFees(),
                books.differing(),
                books.estimated(),
                base,
                books.base(),
                books.withoutRate());
    }

    /// Both together.
    public DataQuality plus(DataQuality o) {
        return new DataQuality(
                sum(withoutMoney, o.withoutMoney, 1),
                sum(uncountedFees, o.uncountedFees, 1),
                differing + o.differing,
                estimated + o.estimated,
                base.or(o::base),
                netInBase.add(o.netInBase),
                withoutRate + o.withoutRate);
    }

    /// What has come since: counts that fell are none.
    public DataQuality since(DataQuality before) {
        return new DataQuality(
                sum(withoutMoney, before.withoutMoney, -1),
                sum(uncountedFees, before.uncountedFees, -1),
                Math.max(0, differing - before.differing),
                Math.max(0, estimated - before.estimated),
                base,
                netInBase.subtract(before.netInBase),
                Math.max(0, withoutRate - before.withoutRate));
    }

    private static <K extends Comparable<K>> SortedMap<K, Integer> sum(
            SortedMap<K, Integer> a, SortedMap<K, Integer> b, int sign) {
        SortedMap<K, Integer> sum = new TreeMap<>(a);
        b.forEach((key, n) -> sum.merge(key, sign * n, Integer::sum));
        sum.values().removeIf(n -> n <= 0);
        return sum;
    }

    /// Closed trades whose result nobody knows in money.
    public int tradesWithoutMoney() {
        return withoutMoney.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Each flaw in a sentence, with what to do about it; none where there is none.
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        withoutMoney.forEach(
                (symbol, n) ->
                        remarks.add(
                                count(n, "trade")
                                        + " in "
                                        + symbol
                                        + (n == 1 ? " counts" : " count")
                                        + " in points only and "
                                        + (n == 1 ? "is" : "are")
                                        + " in no sum of money. Set multiplier."
                                        + ContractCode.family(symbol.name())
                                        + ": money per point."));
        if (differing > 0) {
            remarks.add(
                    count(differing, "stated result")
                            + (differing == 1 ? " does" : " do")
                            + " not follow from prices, sizes and costs: “trades” shows both.");
        }
        uncountedFees.forEach(
                (coin, n) ->
                        remarks.add(
                                "Fees in "
                                        + coin
                                        + " of "
                                        + count(n, "fill")
                                        + " are not counted. Import rates of "
                                        + coin
                                        + ": import-rates FILE."));
        if (estimated > 0) {
            remarks.add(
                    "Costs of "
                            + count(estimated, "trade")
                            + " are estimated by the fee profile of the account.");
        }
        if (withoutRate > 0 && base.isPresent()) {
            remarks.add(
                    count(withoutRate, "trade")
                            + (withoutRate == 1 ? " lacks" : " lack")
                            + " a rate to "
                            + base.get()
                            + " and "
                            + (withoutRate == 1 ? "is" : "are")
                            + " not in the total in "
                            + base.get()
                            + ". Import rates: import-rates FILE.");
        }
        return remarks;
    }

    private static String count(int n, String one) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : one + "s");
    }
}
