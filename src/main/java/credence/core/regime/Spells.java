package credence.core.regime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The readings of one taxonomy, one a candle, as spells.
///
/// @param spells in time order; between two may be candles without a reading
/// @param <R> regimes of the taxonomy
public record Spells<R extends Enum<R>>(List<Spell<R>> spells) {

    private static final Duration DAY = Duration.ofDays(1);

    /// One candle's reading.
    ///
    /// @param closed close of the candle
    /// @param regime in force; empty while warming up
    public record Reading<R extends Enum<R>>(Instant closed, Optional<R> regime) {}

    public Spells {
        spells = List.copyOf(spells);
    }

    /// @param readings of all candles, in time order
    public static <R extends Enum<R>> Spells<R> of(List<Reading<R>> readings) {
        List<Spell<R>> spells = new ArrayList<>();
        for (int i = 0; i < readings.size(); ) {
            Optional<R> regime = readings.get(i).regime();
            int next = i + 1;
            while (next < readings.size() && readings.get(next).regime().equals(regime)) {
                next++;
            }
            if (regime.isPresent()) {
                boolean begun = i > 0 && readings.get(i - 1).regime().isPresent();
                boolean ended = next < readings.size() && readings.get(next).regime().isPresent();
                int last = Math.min(next, readings.size() - 1);
                spells.add(
                        new Spell<>(
                                regime.get(),
                                readings.get(i).closed(),
                                readings.get(last).closed(),
                                next - i,
                                begun,
                                ended));
            }
            i = next;
        }
        return new Spells<>(spells);
    }

    /// Number of the last spell that began at or before a moment, from 0; −1 before the first. Entries of one number met one and the
    /// same spell, up to the beginning of the next.
    public int begun(Instant moment) {
        int low = 0;
        int high = spells.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (spells.get(middle).from().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    /// The spell in force at a moment: the last that began at or before it; empty before the first.
    public Optional<Spell<R>> at(Instant moment) {
        int number = begun(moment);
        if (number < 0) {
            return Optional.empty();
        }
        Spell<R> found = spells.get(number);
        boolean over = number < spells.size() - 1 || found.ended();
        return over && !moment.isBefore(found.to()) ? Optional.empty() : Optional.of(found);
    }

    /// Which day of its spell a moment lies in: 1 for the first 24 hours, 2 for the next, and so on. Empty where no spell is in force, or
    /// its beginning was not seen.
    public OptionalInt day(Instant moment) {
        Optional<Spell<R>> spell = at(moment);
        if (spell.isEmpty() || !spell.get().begun()) {
            return OptionalInt.empty();
        }
        long days = Duration.between(spell.get().from(), moment).dividedBy(DAY);
        return OptionalInt.of((int) Math.min(days + 1, Integer.MAX_VALUE));
    }
}
