package credence.imports.formats.crypto;

import credence.core.fact.Extra;
import credence.imports.FillDraft;
import credence.imports.Tally;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// Puts costs paid in any coin onto fills. One in the quote coin counts as it is, one in the base coin at the fill's own price.
/// One in a third coin has no price in the file: it is no part of the fill's cost, and is kept beside it until rates are known.
final class CoinFees {

    private final Map<String, BigDecimal> unvalued = new TreeMap<>();
    private long fills;

    /// @param paid what was paid, by coin; positive is paid. No entry at all: the file does not state it
    void put(FillDraft fill, Pair pair, BigDecimal price, Map<String, BigDecimal> paid) {
        if (paid.isEmpty()) {
            return;
        }
        BigDecimal known = BigDecimal.ZERO;
        Map<String, BigDecimal> thirds = new TreeMap<>();
        for (Map.Entry<String, BigDecimal> fee : paid.entrySet()) {
            if (fee.getKey().equals(pair.quote())) {
                known = known.add(fee.getValue());
            } else if (fee.getKey().equals(pair.base())) {
                known = known.add(fee.getValue().multiply(price));
            } else if (fee.getValue().signum() != 0) {
                thirds.put(fee.getKey(), fee.getValue());
            }
        }
        if (thirds.isEmpty()) {
            fill.commission(known);
            return;
        }
        fills++;
        thirds.forEach((coin, amount) -> unvalued.merge(coin, amount, BigDecimal::add));
        if (known.signum() != 0) {
            fill.commission(known);
        }
        fill.extra(
                Extra.FEE,
                String.join(
                        " + ", thirds.values().stream().map(BigDecimal::toPlainString).toList()));
        fill.extra(Extra.FEE_CURRENCY, String.join(" + ", thirds.keySet()));
    }

    /// Says how many fills have no cost because it was paid in a third coin.
    void note(Tally tally) {
        if (fills == 0) {
            return;
        }
        tally.note(
                (fills == 1 ? "1 fill was" : fills + " fills were")
                        + " charged in a coin that is neither bought nor sold ("
                        + String.join(
                                ", ",
                                unvalued.entrySet().stream()
                                        .map(
                                                e ->
                                                        e.getValue()
                                                                        .stripTrailingZeros()
                                                                        .toPlainString()
                                                                + " "
                                                                + e.getKey())
                                        .toList())
                        + "). The file has no price for it: what these fills cost is not known in"
                        + " full, and not counted as zero. What was paid is kept with each; rates"
                        + " of that coin (import-rates) make it count.");
    }
}
