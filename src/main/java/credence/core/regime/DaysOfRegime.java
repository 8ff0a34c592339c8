package credence.core.regime;

import credence.core.performance.Sample;
import credence.core.value.Estimate;

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
    /// @param meanR with Student's 90 % interval; outcomes without R are left out of it
    /// @param accuracy share of wins with Wilson's 90 % interval
    public record Cell(int day, int outcomes, Estimate meanR, Estimate accuracy) {}

    public DaysOfRegime {
        cells = java.util.Collections.unmodifiableMap(cells);
    }

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
                        row.add(cell(day, days.get(day - 1)));
                    }
                    cells.put(regime, List.copyOf(row));
                });
        return new DaysOfRegime<>(cells, undated);
    }

    private static Cell cell(int day, List<Result> results) {
        double[] r =
                results.stream()
                        .filter(one -> one.r().isPresent())
                        .mapToDouble(one -> one.r().getAsDouble())
                        .toArray();
        double wins = results.stream().mapToDouble(Result::result).sum();
        return new Cell(day, results.size(), Sample.mean(r), Sample.share(wins, results.size()));
    }
}
