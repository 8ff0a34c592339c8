package credence.imports.formats;

import credence.core.fact.Extra;
import credence.imports.Header;
import credence.imports.RefusedRow;
import credence.imports.Tally;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Commission, fees and funding of a row by their own columns and by others that are known to mean them: `swap`, `tax`. Several add up.
///
/// Credence's own exports say all costs in their own columns; what stands behind `source` there is kept from another file and has been
/// counted. Columns of numbers that are read as nothing are named, so that no cost stays behind without a word.
final class CredenceCosts {

    private static final Map<String, String> PARTS = new HashMap<>();

    static {
        for (String name :
                List.of("commissions", "comm", "brokerage", "broker_fee", "trading_fee")) {
            PARTS.put(name, Extra.COMMISSION);
        }
        for (String name :
                List.of(
                        "fee",
                        "tax",
                        "taxes",
                        "exchange_fee",
                        "exchange_fees",
                        "clearing_fee",
                        "clearing_fees",
                        "nfa_fee",
                        "nfa_fees",
                        "sec_fee",
                        "sec_fees",
                        "taf_fee",
                        "regulatory_fee",
                        "regulatory_fees",
                        "transaction_fee",
                        "transaction_fees",
                        "platform_fee",
                        "platform_fees",
                        "other_fees",
                        "misc_fees",
                        "stamp_duty")) {
            PARTS.put(name, Extra.FEES);
        }
        for (String name :
                List.of(
                        "swap",
                        "swaps",
                        "rollover",
                        "financing",
                        "overnight",
                        "overnight_fee",
                        "swap_fee",
                        "funding_fee",
                        "funding_fees")) {
            PARTS.put(name, Extra.FUNDING);
        }
    }

    private final CredenceTable table;
    private final Map<String, List<Integer>> columns = new HashMap<>();
    private final SortedMap<Integer, String> candidates = new TreeMap<>();
    private final Set<Integer> used = new HashSet<>();
    private final Set<Integer> filled = new HashSet<>();

    CredenceCosts(CredenceTable table) {
        this.table = table;
        Header header = table.header();
        table.unknown()
                .forEach(
                        (column, name) -> {
                            String part = part(header, column);
                            if (part != null) {
                                columns.computeIfAbsent(part, _ -> new ArrayList<>()).add(column);
                            } else if (!isExported(header, column)
                                    || PARTS.containsKey(Header.key(name))) {
                                candidates.put(column, name);
                            }
                        });
        candidates.remove(header.find(Extra.STATED_PNL)); // held against the row's prices
        if (header.has(Extra.FEE_CURRENCY)) {
            candidates.remove(header.find(Extra.FEE)); // counted by the trader's rates
        }
    }

    /// Which of the costs a column means; null where it means none or is counted elsewhere.
    static @Nullable String part(Header header, int column) {
        String key = Header.key(header.name(column));
        return isExported(header, column)
                        || (key.equals(Extra.FEE) && header.has(Extra.FEE_CURRENCY))
                ? null
                : PARTS.get(key);
    }

    /// Whether it stands where exports put what they keep.
    private static boolean isExported(Header header, int column) {
        return header.has("account")
                && header.has("currency")
                && header.has("source")
                && column > header.find("source");
    }

    /// Looks at a row for numbers that are read as nothing.
    void at() {
        candidates
                .keySet()
                .removeIf(
                        column -> {
                            if (table.isBlank(column)) {
                                return false;
                            }
                            filled.add(column);
                            return !table.isNumber(column);
                        });
    }

    /// One of the costs of the row; empty where no column of it states any.
    ///
    /// @throws RefusedRow where a cell holds no number
    Optional<BigDecimal> of(String part) throws RefusedRow {
        BigDecimal sum = table.numberOrNull(part);
        for (int column : columns.getOrDefault(part, List.of())) {
            BigDecimal one = table.numberOrNull(column);
            if (one != null) {
                used.add(column);
                sum = sum == null ? one : sum.add(one);
            }
        }
        return Optional.ofNullable(sum);
    }

    /// To be called when all rows are read.
    void notes(Tally tally) {
        List<String> counted = new ArrayList<>();
        for (String part : List.of(Extra.COMMISSION, Extra.FEES, Extra.FUNDING)) {
            for (int column : columns.getOrDefault(part, List.of())) {
                if (used.contains(column)) {
                    counted.add(table.header().name(column) + " (" + part + ")");
                }
            }
        }
        if (!counted.isEmpty()) {
            tally.note(
                    "Counted as costs: "
                            + String.join(", ", counted)
                            + "; positive is paid, negative received. Turn the sign in the file if"
                            + " it means the opposite.");
        }
        List<String> kept = new ArrayList<>();
        candidates.forEach(
                (column, name) -> {
                    if (filled.contains(column)) {
                        kept.add(name);
                    }
                });
        if (!kept.isEmpty()) {
            tally.note(
                    (kept.size() == 1 ? "The column " : "The columns ")
                            + String.join(", ", kept)
                            + (kept.size() == 1 ? " holds numbers and is" : " hold numbers and are")
                            + " kept but not counted as costs.");
        }
    }
}
