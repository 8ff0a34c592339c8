package credence.imports.formats.crypto;

import credence.imports.Tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What Kraken's ledger says of margin positions: results and fees in a coin, charges for keeping a position open, settlements.
///
/// No row names a market, a price or a size, so nothing of it can be a fill; a refid ties a charge to the trade that opened its position
/// (Kraken's help, "Differences between ledger and trades history"). It is money of the account that no trade holds: told in sum.
final class MarginLedger {

    private static final Set<String> RESULTS = Set.of("margin", "margin trade");

    private final Map<String, BigDecimal> results = new TreeMap<>();
    private final Map<String, BigDecimal> fees = new TreeMap<>();
    private final Map<String, BigDecimal> rollovers = new TreeMap<>();
    private final Set<String> kept = new TreeSet<>();
    private int resultRows;
    private int rolloverRows;

    /// Why a row of this type is no trade; empty where it is of no margin position.
    ///
    /// @param type in lower case
    /// @param change of the coin's balance, without the fee
    /// @param fee positive is paid
    Optional<String> take(
            String type, String refid, String coin, BigDecimal change, BigDecimal fee) {
        if (RESULTS.contains(type)) {
            resultRows++;
            results.merge(coin, change, BigDecimal::add);
            fees.merge(coin, fee, BigDecimal::add);
            return Optional.of("result or fee of a margin position, in sum in the notes");
        }
        if (type.equals("rollover")) {
            rolloverRows++;
            kept.add(refid);
            // The charge stands in the fee; in some files it is the amount.
            rollovers.merge(coin, fee.subtract(change), BigDecimal::add);
            return Optional.of("rollover fee of a margin position, in sum in the notes");
        }
        return type.equals("settled")
                ? Optional.of("settlement of a margin position")
                : Optional.empty();
    }

    void note(Tally tally) {
        List<String> parts = new ArrayList<>();
        if (resultRows > 0) {
            parts.add(
                    "results of "
                            + amounts(results)
                            + " and fees of "
                            + amounts(fees)
                            + " in "
                            + rows(resultRows));
        }
        if (rolloverRows > 0) {
            parts.add(
                    "rollover fees of "
                            + amounts(rollovers)
                            + " in "
                            + rows(rolloverRows)
                            + ", of "
                            + kept.size()
                            + (kept.size() == 1 ? " position" : " positions"));
        }
        if (!parts.isEmpty()) {
            tally.note(
                    "Margin positions: "
                            + String.join("; ", parts)
                            + ". The ledger names neither market nor price nor size of them, so"
                            + " they are in no trade and in no result. Import trades.csv for the"
                            + " fills; rollover fees stand only in the ledger.");
        }
    }

    private static String rows(int count) {
        return count + (count == 1 ? " row" : " rows");
    }

    private static String amounts(Map<String, BigDecimal> byCoin) {
        List<String> each = new ArrayList<>();
        byCoin.forEach(
                (coin, amount) ->
                        each.add(
                                amount.stripTrailingZeros().toPlainString().replace('-', '−')
                                        + ' '
                                        + coin));
        return String.join(", ", each);
    }
}
