package credence.imports.formats.bars;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The times of the day at which the bars of a file begin: one moment and every interval before and after it.
///
/// Told only of intervals that divide the day, and where more than half of the bars agree: weeks begin late after a holiday, and sessions
/// start bars of 7 hours anew each day. A long run of bars beside the grid is no mistake but another clock: bars of 4 hours move with
/// summer time.
final class Grid {

    private static final Duration DAY = Duration.ofDays(1);

    /// So many bars in a row beside the grid lie on one of their own.
    private static final int OWN = 10;

    private final boolean[] off;
    private final long phase;
    private final long step;

    private Grid(boolean[] off, long phase, long step) {
        this.off = off;
        this.phase = phase;
        this.step = step;
    }

    /// @param times ascending
    /// @param interval above zero
    static Grid of(List<Instant> times, Duration interval) {
        boolean[] off = new boolean[times.size()];
        long step = interval.toMillis();
        if (step <= 0 || DAY.toMillis() % step != 0) {
            return new Grid(off, 0, Math.max(1, step));
        }
        long[] phases =
                times.stream().mapToLong(t -> Math.floorMod(t.toEpochMilli(), step)).toArray();
        Map<Long, Integer> counts = new HashMap<>();
        for (long phase : phases) {
            counts.merge(phase, 1, Integer::sum);
        }
        Map.Entry<Long, Integer> most =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
        if (most == null || most.getValue() * 2 <= phases.length) {
            return new Grid(off, 0, step);
        }
        long usual = most.getKey();
        long tolerance = Lengths.tolerance(interval).toMillis();
        for (int from = 0; from < phases.length; ) {
            int to = from + 1;
            while (to < phases.length && phases[to] == phases[from]) {
                to++;
            }
            long beside = Math.floorMod(phases[from] - usual, step);
            if (to - from < OWN && Math.min(beside, step - beside) > tolerance) {
                Arrays.fill(off, from, to, true);
            }
            from = to;
        }
        return new Grid(off, usual, step);
    }

    /// Whether the bar begins where it should.
    ///
    /// @param index of its time in the list that the grid was made of
    boolean holds(int index) {
        return !off[index];
    }

    /// The last time of the grid that is not after `time`.
    Instant before(Instant time) {
        long at = time.toEpochMilli();
        return Instant.ofEpochMilli(at - Math.floorMod(at - phase, step));
    }
}
