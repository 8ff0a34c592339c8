package credence.service;

import credence.core.fact.Bar;
import credence.core.value.Symbol;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.ParsedFile.RefusedBar;
import credence.service.port.StoredFacts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Says which bars are missing because their rows were refused. At the ends of a series no gap would show it.
final class MissingBars {

    /// Symbols named one by one; all are counted.
    private static final int NAMED = 10;

    private final Set<RefusedBar> missing = new HashSet<>();

    /// @param held what is known before these files
    MissingBars(StoredFacts held, List<ParsedFile> files) {
        files.stream().filter(f -> f.error() == null).forEach(f -> missing.addAll(f.refusedBars()));
        if (missing.isEmpty()) {
            return;
        }
        for (ParsedFile file : files) {
            for (ParsedRow row : file.rows()) {
                if (row.row() instanceof Bar bar) {
                    found(bar);
                }
            }
        }
        for (RowSelection.Counting c : RowSelection.rows(held)) {
            if (c.row() instanceof Bar bar) {
                found(bar);
            }
        }
    }

    private void found(Bar bar) {
        missing.remove(new RefusedBar(bar.symbol(), Optional.of(bar.interval()), bar.time()));
        missing.remove(new RefusedBar(bar.symbol(), Optional.<Duration>empty(), bar.time()));
    }

    /// The file, with what is missing of it said.
    ParsedFile noted(ParsedFile file) {
        if (file.error() != null || file.refused().isEmpty()) {
            return file;
        }
        List<RefusedBar> lost =
                file.refusedBars().stream()
                        .filter(missing::contains)
                        .distinct()
                        .sorted(Comparator.comparing(RefusedBar::time))
                        .toList();
        int untold = file.refused().size() - file.refusedBars().size();
        List<String> said = new ArrayList<>();
        if (lost.isEmpty()) {
            if (untold == 0) {
                said.add("No bar is missing for the refused rows: all are held.");
            }
        } else if (lost.size() == 1) {
            said.add("1 bar is missing, its row refused: that of " + at(lost.getFirst()) + ".");
        } else {
            said.add(
                    lost.size()
                            + " bars are missing, their rows refused: the first of "
                            + at(lost.getFirst())
                            + ", the last of "
                            + at(lost.getLast())
                            + bySymbol(lost)
                            + ".");
        }
        if (untold > 0) {
            said.add(
                    "Of "
                            + untold
                            + (untold == 1 ? " refused row" : " refused rows")
                            + " it cannot be told which bar is missing.");
        }
        if (!lost.isEmpty() || untold > 0) {
            said.add("Correct the rows and import the file again.");
        }
        return file.noting(String.join(" ", said));
    }

    private static Instant at(RefusedBar bar) {
        return bar.time();
    }

    private static String bySymbol(List<RefusedBar> lost) {
        SortedMap<Symbol, Long> counts =
                lost.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RefusedBar::symbol, TreeMap::new, Collectors.counting()));
        return counts.size() == 1
                ? ""
                : counts.entrySet().stream()
                        .limit(NAMED)
                        .map(MissingBars::counted)
                        .collect(
                                Collectors.joining(
                                        ", ", " (", counts.size() > NAMED ? ", …)" : ")"));
    }

    private static String counted(Map.Entry<Symbol, Long> one) {
        return one.getKey() + " " + one.getValue();
    }
}
