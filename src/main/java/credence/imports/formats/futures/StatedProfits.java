package credence.imports.formats.futures;

import credence.imports.StatedTotal;
import credence.imports.Tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Holds the profits that a file states, before costs, against its own prices.
final class StatedProfits {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int NAMED = 10;

    private final Tally tally;
    private final List<Integer> different = new ArrayList<>();
    private BigDecimal stated = BigDecimal.ZERO;
    private BigDecimal computed = BigDecimal.ZERO;
    private int rows;

    StatedProfits(Tally tally) {
        this.tally = tally;
    }

    /// @return whether the two agree to a cent; true when the prices settle nothing
    boolean hold(int line, BigDecimal profit, Optional<BigDecimal> ofPrices) {
        if (ofPrices.isEmpty()) {
            return true;
        }
        rows++;
        stated = stated.add(profit);
        computed = computed.add(ofPrices.get());
        boolean same = profit.subtract(ofPrices.get()).abs().compareTo(CENT) <= 0;
        if (!same) {
            different.add(line);
        }
        return same;
    }

    /// @param what the file's name of the column
    void tell(String what) {
        if (rows == 0) {
            return;
        }
        tally.reconcile(
                StatedTotal.compare(
                        "Sum of " + what + " by prices and contract sizes",
                        stated,
                        computed,
                        different.isEmpty()
                                ? CENT.multiply(BigDecimal.valueOf(rows))
                                : BigDecimal.ZERO));
        if (!different.isEmpty()) {
            tally.note(
                    what
                            + " differs from price × contracts × worth of a point in "
                            + different.size()
                            + (different.size() == 1 ? " row (line " : " rows (lines ")
                            + different.stream()
                                    .limit(NAMED)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))
                            + (different.size() > NAMED ? ", …" : "")
                            + "). The file's figure is kept with the trade.");
        }
    }
}
