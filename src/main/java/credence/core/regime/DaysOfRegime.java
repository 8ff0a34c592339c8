package credence.core.regime;

import credence.core.performance.ClusteredEstimate;
import credence.core.performance.ClusteredSample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What trades came to by the day of the regime they were entered in: fresh regimes against old ones.
///
/// @param cells by regime, then day 1, 2, 3 and 4 or later, in this order
/// @param undated outcomes entered where no regime was in force or its beginning was not seen
/// @param <R> regimes of the taxonomy
public record DaysOfRegime<R extends Enum<R>>(Map<R, List<Cell>> cells, int undated) {

    /// The last one stands for all later days.
    public static final int DAYS = 4;

    /// One outcome.
    ///
    /// @param result 1 won, 0 lost, ½ break-even
    public record Result(Instant entered, double result, OptionalDouble r) {}

    /// @param day 1, 2, 3, or 4 for the fourth and later
    /// @param outcomes entered on it
    /// @param meanR over outcomes that have an R; those of one spell are one cluster
    /// @param accuracy share of wins, likewise
    public record Cell(
            int day, int outcomes, ClusteredEstimate meanR, ClusteredEstimate accuracy) {}

    public DaysOfRegime {
        cells = java.util.Collections.unmodifiableMap(cells);
    }

    /// @param results of which none repeats another: duplicate bots once
    public static <R extends Enum<R>> DaysOfRegime<R> of(
            Class<R> taxonomy, Spells<R> spells, List<Result> results) {
        Map<R, List<List<Result>>> sorted = new EnumMap<>(taxonomy);
        for (R regime : taxonomy.getEnumConstants()) {
            List<List<Result>> days = new ArrayList<>();
            for (int day = 1; day <= DAYS; day++) {
                days.add(new ArrayList<>());
            }
            sorted.put(regime, days);
        }
        int undated = 0;
        for (Result result : results) {
            Optional<Spell<R>> spell = spells.at(result.entered());
            OptionalInt day = spells.day(result.entered());
            if (spell.isEmpty() || day.isEmpty()) {
                undated++;
                continue;
            }
            java.util.Objects.requireNonNull(sorted.get(spell.get().regime()))
                    .get(Math.min(day.getAsInt(), DAYS) - 1)
                    .add(result);
        }
        Map<R, List<Cell>> cells = new EnumMap<>(taxonomy);
        sorted.forEach(
                (regime, days) -> {
                    List<Cell> row = new ArrayList<>();
                    for (int day = 1; day <= DAYS; day++) {
                        row.add(cell(day, days.get(day - 1), spells));
                    }
                    cells.put(regime, List.copyOf(row));
                });
        return new DaysOfRegime<>(cells, undated);
    }

    private static Cell cell(int day, List<Result> results, Spells<?> spells) {
        ClusteredSample r = new ClusteredSample();
        ClusteredSample wins = new ClusteredSample();
        for (Result one : results) {
            int spell = spells.begun(one.entered());
            wins.add(spell, one.result());
            one.r().ifPresent(x -> r.add(spell, x));
        }
        return new Cell(day, results.size(), r.mean(), wins.share());
    }
}
