package credence.imports.formats.crypto;

import credence.imports.Ordinals;
import credence.imports.Tally;
import credence.service.port.FileReport.Reconciled;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Holds the last balance that a ledger states for each coin against its first balance and all changes between: a row that
/// the export leaves out shows here.
final class RunningBalances {

    private record Entry(Instant time, BigDecimal change, BigDecimal balance) {}

    private final Map<String, List<Entry>> coins = new TreeMap<>();

    /// To be told row by row, in the order of the file.
    ///
    /// @param coin as the file names it, with the wallet if it has several
    /// @param change after costs
    void add(String coin, Instant time, BigDecimal change, BigDecimal balance) {
        coins.computeIfAbsent(coin, _ -> new ArrayList<>()).add(new Entry(time, change, balance));
    }

    void report(Tally tally) {
        coins.forEach(
                (coin, rows) -> {
                    List<Entry> entries = Ordinals.oldestFirst(rows, Entry::time);
                    BigDecimal computed =
                            entries.getFirst().balance.subtract(entries.getFirst().change);
                    BigDecimal slack = BigDecimal.ZERO;
                    for (Entry e : entries) {
                        computed = computed.add(e.change);
                        slack =
                                slack.add(
                                        BigDecimal.ONE.movePointLeft(
                                                Math.max(0, e.balance.scale())));
                    }
                    BigDecimal stated = entries.getLast().balance;
                    BigDecimal difference = computed.subtract(stated);
                    tally.reconcile(
                            new Reconciled(
                                    "Last balance of " + coin,
                                    stated,
                                    computed,
                                    difference,
                                    difference.signum() == 0
                                            ? "EQUAL"
                                            : difference.abs().compareTo(slack) <= 0
                                                    ? "ROUNDING"
                                                    : "DIFFERENT"));
                });
    }
}
