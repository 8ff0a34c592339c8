package credence.core.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// How the regimes of one market take turns: shares, durations, transitions.
///
/// @param rows one for each regime of the taxonomy, also those never met
/// @param candles with a reading
/// @param <R> regimes of the taxonomy
public record CrossRegime<R extends Enum<R>>(Map<R, Row<R>> rows, long candles) {

    /// One regime.
    ///
    /// Durations are those of whole spells: the first and the running one are cut off, as are those beside candles without a reading,
    /// and so are left out.
    ///
    /// @param candles in it
    /// @param share of the candles with a reading, 0…1; 0 without any
    /// @param spells entered, cut-off ones included
    /// @param whole spells whose length is known
    /// @param meanCandles mean length of these; empty without any
    /// @param medianCandles median length
    /// @param next how often each other regime followed directly
    public record Row<R extends Enum<R>>(
            long candles,
            double share,
            int spells,
            int whole,
            OptionalDouble meanCandles,
            OptionalDouble medianCandles,
            Map<R, Integer> next) {

        public Row {
            next = Collections.unmodifiableMap(next);
        }

        /// Share of the transitions out of this regime that lead to another; empty before the first.
        public OptionalDouble probability(R other) {
            int all = next.values().stream().mapToInt(Integer::intValue).sum();
            return all == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) next.getOrDefault(other, 0) / all);
        }
    }

    public CrossRegime {
        rows = Collections.unmodifiableMap(rows);
    }

    /// @param taxonomy its regimes
    public static <R extends Enum<R>> CrossRegime<R> of(Class<R> taxonomy, Spells<R> spells) {
        long all = spells.spells().stream().mapToLong(Spell::candles).sum();
        Map<R, Row<R>> rows = new EnumMap<>(taxonomy);
        for (R regime : taxonomy.getEnumConstants()) {
            rows.put(regime, row(taxonomy, regime, spells.spells(), all));
        }
        return new CrossRegime<>(rows, all);
    }

    private static <R extends Enum<R>> Row<R> row(
            Class<R> taxonomy, R regime, List<Spell<R>> spells, long all) {
        long candles = 0;
        int count = 0;
        List<Integer> lengths = new ArrayList<>();
        Map<R, Integer> next = new EnumMap<>(taxonomy);
        for (int i = 0; i < spells.size(); i++) {
            Spell<R> spell = spells.get(i);
            if (spell.regime() != regime) {
                continue;
            }
            candles += spell.candles();
            count++;
            if (spell.whole()) {
                lengths.add(spell.candles());
            }
            if (spell.ended()) {
                next.merge(spells.get(i + 1).regime(), 1, Integer::sum);
            }
        }
        int[] sorted = lengths.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new Row<>(
                candles,
                all == 0 ? 0 : (double) candles / all,
                count,
                sorted.length,
                Arrays.stream(sorted).average(),
                median(sorted),
                next);
    }

    private static OptionalDouble median(int[] sorted) {
        int n = sorted.length;
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted[(n - 1) / 2] + (double) sorted[n / 2]) / 2);
    }
}
