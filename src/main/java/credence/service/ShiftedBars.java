package credence.service;

import credence.core.fact.Bar;
import credence.core.value.Symbol;
import credence.service.port.FileReport.Refusal;
import credence.service.port.JournalReader.BarOptions;
import credence.service.port.ParsedFile;
import credence.service.port.ParsedFile.ParsedRow;
import credence.service.port.StoredFacts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Notices a file that brings bars which are known already, each at another time by the same quarters of an hour: times that were
/// read in another zone than before.
///
/// Without that every row would be refused for contradicting the one that is known at its time, and those beyond the ends of what is
/// known would come in, at wrong times.
final class ShiftedBars {

    /// Equal figures of fewer bars may be chance.
    private static final int LEAST = 10;

    /// Clocks on Earth are at most 26 hours apart (UTC−12 and UTC+14).
    private static final Duration MOST = Duration.ofHours(26);

    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    /// The times at which each set of figures of the files is known. What the files do not hold is only looked at: a million minutes held
    /// would take a third of a gigabyte.
    private final Map<Figures, List<Instant>> known = new HashMap<>();

    /// A bar but for its time.
    private record Figures(
            Symbol symbol,
            Duration interval,
            double open,
            double high,
            double low,
            double close,
            double volume) {

        static Figures of(Bar bar) {
            return new Figures(
                    bar.symbol(),
                    bar.interval(),
                    bar.open(),
                    bar.high(),
                    bar.low(),
                    bar.close(),
                    bar.volume());
        }
    }

    /// @param files whose bars matter
    ShiftedBars(StoredFacts held, List<ParsedFile> files) {
        Set<Figures> asked = new HashSet<>();
        for (ParsedFile file : files) {
            for (ParsedRow row : file.rows()) {
                if (row.row() instanceof Bar bar) {
                    asked.add(Figures.of(bar));
                }
            }
        }
        if (asked.isEmpty()) {
            return;
        }
        for (RowSelection.Counting c : RowSelection.rows(held)) {
            if (c.row() instanceof Bar bar) {
                Figures figures = Figures.of(bar);
                if (asked.contains(figures)) {
                    known.computeIfAbsent(figures, _ -> new ArrayList<>(1)).add(bar.time());
                }
            }
        }
    }

    /// The file itself, or refused as a whole.
    ParsedFile check(ParsedFile file, BarOptions options) {
        if (known.isEmpty() || file.error() != null) {
            return file;
        }
        Map<Symbol, List<Bar>> bars = new TreeMap<>();
        for (ParsedRow row : file.rows()) {
            if (row.row() instanceof Bar bar) {
                bars.computeIfAbsent(bar.symbol(), _ -> new ArrayList<>()).add(bar);
            }
        }
        for (List<Bar> series : bars.values()) {
            Optional<Refusal> shifted =
                    check(series, bars.size() > 1, file.zones().isEmpty(), options);
            if (shifted.isPresent()) {
                return file.failing(shifted.get());
            }
        }
        return file;
    }

    /// @param series bars of one symbol
    /// @param dated whether its times are moments without any zone being said: they name theirs, or count from 1970
    private Optional<Refusal> check(
            List<Bar> series, boolean several, boolean dated, BarOptions options) {
        Map<Duration, Integer> shifts = new TreeMap<>();
        int unmoved = 0;
        int moved = 0;
        for (Bar bar : series) {
            List<Instant> alike = known.getOrDefault(Figures.of(bar), List.of());
            boolean same = alike.contains(bar.time());
            // Figures that were there more than once (a price that stood still) tell no time.
            if (same) {
                unmoved++;
            } else if (alike.size() == 1) {
                moved++;
                Duration shift = Duration.between(alike.getFirst(), bar.time());
                if (shift.toSeconds() % QUARTER == 0 && shift.abs().compareTo(MOST) <= 0) {
                    shifts.merge(shift, 1, Integer::sum);
                }
            }
        }
        Optional<Map.Entry<Duration, Integer>> most =
                shifts.entrySet().stream().max(Map.Entry.comparingByValue());
        if (most.isEmpty()) {
            return Optional.empty();
        }
        int bars = most.get().getValue();
        Bar first = series.getFirst();
        return bars < LEAST || bars <= unmoved || bars * 2 <= moved
                ? Optional.empty()
                : Optional.of(
                        refusal(
                                several ? first.symbol() + ": " : "",
                                bars,
                                most.get().getKey(),
                                first.time(),
                                dated,
                                options));
    }

    private static Refusal refusal(
            String of, int bars, Duration shift, Instant time, boolean dated, BarOptions options) {
        return new Refusal(
                0,
                "",
                "",
                of
                        + "The file looks like the same bars shifted by "
                        + words(shift.abs())
                        + ": "
                        + bars
                        + " of them are known with the same open, high, low, close and volume, each"
                        + " "
                        + words(shift.abs())
                        + (shift.isNegative() ? " later." : " earlier.")
                        + " Nothing of it was imported.",
                dated
                        ? "Its times name their zone or count from 1970, so no --zone can mend it:"
                                + " one of the two files has wrong times. If it is the one before,"
                                + " undo that import first (credence undo-import)."
                        : zone(shift, time, options));
    }

    private static String zone(Duration shift, Instant time, BarOptions options) {
        ZoneId read = options.zone().orElse(ZoneOffset.UTC);
        int offset = read.getRules().getOffset(time).getTotalSeconds() + (int) shift.toSeconds();
        boolean onEarth = Math.abs(offset) <= Duration.ofHours(18).toSeconds();
        return "Say the zone of its times with --zone"
                + (onEarth
                        ? ", here --zone "
                                + (offset == 0 ? "UTC" : ZoneOffset.ofTotalSeconds(offset))
                        : "")
                + ". If the import before was the wrong one, undo it first (credence"
                + " undo-import).";
    }

    static String words(Duration shift) {
        long minutes = shift.toMinutes();
        return minutes % 60 == 0
                ? minutes / 60 + " h"
                : minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
