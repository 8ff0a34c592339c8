package credence.imports.mapping;

import credence.service.port.mapping.Role;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Whether the side of closed trades is that of the entry, as nearly everywhere, or that of the order that closed them, as some exchanges
/// write: then a result above zero goes with a price that moved against the side, in every row.
///
/// @param opening rows whose result agrees with the side as that of the entry
/// @param closing rows whose result agrees with it as that of the exit
/// @param said whether the column's name says that it is that of the exit
/// @param bought words of the column that usually mean bought
/// @param sold words that usually mean sold
record ClosingSides(
        int opening, int closing, boolean said, SortedSet<String> bought, SortedSet<String> sold) {

    enum Verdict {
        OPENING,
        CLOSING,
        MIXED
    }

    /// So many rows prove it.
    private static final int LEAST = 3;

    static ClosingSides of(Map<Role, Fit> chosen) {
        Column side = Fit.column(chosen, Role.SIDE);
        Column entry = Fit.column(chosen, Role.ENTRY_PRICE);
        Column exit = Fit.column(chosen, Role.EXIT_PRICE);
        List<Column> results = new ArrayList<>();
        for (Role role : List.of(Role.GROSS_PNL, Role.NET_PNL)) {
            Column result = Fit.column(chosen, role);
            if (result != null) {
                results.add(result);
            }
        }
        SortedSet<String> bought = new TreeSet<>();
        SortedSet<String> sold = new TreeSet<>();
        int opening = 0;
        int closing = 0;
        boolean said = side != null && Synonyms.saysClosing(side.name());
        if (side != null && said) {
            for (String cell : side.cells()) {
                String word = cell.strip();
                if (SideWords.isSide(word)) {
                    (SideWords.isSale(word) ? sold : bought).add(word);
                }
            }
        }
        if (side == null || entry == null || exit == null || results.isEmpty() || named(chosen)) {
            return new ClosingSides(0, 0, said, bought, sold);
        }
        for (int i = 0; i < side.cells().size(); i++) {
            String word = side.cells().get(i).strip();
            if (!SideWords.isSide(word)) {
                continue;
            }
            boolean sale = SideWords.isSale(word);
            (sale ? sold : bought).add(word);
            BigDecimal from = number(entry, i);
            BigDecimal to = number(exit, i);
            BigDecimal made = number(results.getFirst(), i);
            if (from == null || to == null || made == null) {
                continue;
            }
            int sign = to.subtract(from).signum() * made.signum() * (sale ? -1 : 1);
            opening += sign > 0 ? 1 : 0;
            closing += sign < 0 ? 1 : 0;
        }
        return new ClosingSides(opening, closing, said, bought, sold);
    }

    /// Prices by purchase and sale tell by themselves which came first.
    private static boolean named(Map<Role, Fit> chosen) {
        Column entry = Fit.column(chosen, Role.ENTRY_PRICE);
        return entry != null && Synonyms.isPurchase(entry.name());
    }

    Verdict verdict() {
        if (said && opening == 0) {
            return Verdict.CLOSING;
        }
        if (said && closing == 0) {
            return Verdict.MIXED; // the name says one thing, the results another
        }
        if (closing <= opening || closing < 2) {
            return Verdict.OPENING; // costs turn small gains into losses
        }
        return opening == 0 && closing >= LEAST ? Verdict.CLOSING : Verdict.MIXED;
    }

    /// Words that mean the trade was long, or short.
    List<String> words(boolean isLong) {
        return List.copyOf(isLong ? sold : bought);
    }

    private static @Nullable BigDecimal number(Column column, int row) {
        String cell = column.cells().get(row).strip();
        return cell.isEmpty() ? null : Column.number(cell);
    }
}
