package credence.imports.formats.bars;

import credence.imports.UnreadableFile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs of bars that stand equally far apart. A file that holds a long run of another distance than its interval holds two intervals; its
/// longer bars would be taken for shorter ones, and be known before they were over.
final class Stretches {

    /// Shorter runs may be gaps.
    private static final int LEAST = 10;

    /// A run that gaps alone would make in one of so many files is no run of gaps.
    private static final double FILES = 1000;

    private final String timeColumn;
    private final List<BarRow> rows = new ArrayList<>();

    /// @param rows by time, ascending
    Stretches(String timeColumn, List<BarRow> rows) {
        this.timeColumn = timeColumn;
        for (BarRow row : rows) {
            if (this.rows.isEmpty() || row.time().isAfter(this.rows.getLast().time())) {
                this.rows.add(row);
            }
        }
    }

    /// @param interval of the file
    /// @throws UnreadableFile when a run of bars lasts a multiple or a fraction of that
    void mustLast(Duration interval) throws UnreadableFile {
        int distances = rows.size() - 1;
        long usual = 0;
        for (int i = 0; i < distances; i++) {
            usual += distance(i).equals(interval) ? 1 : 0;
        }
        for (int from = 0; from < distances; ) {
            Duration distance = distance(from);
            int to = from + 1;
            while (to < distances && distance(to).equals(distance)) {
                to++;
            }
            if (to - from >= LEAST
                    && !byGaps(distance, interval, to - from, (double) usual / distances)) {
                throw twoIntervals(interval, from, to);
            }
            from = to;
        }
    }

    private Duration distance(int i) {
        return Duration.between(rows.get(i).time(), rows.get(i + 1).time());
    }

    /// Where each bar is missing with the same chance, a distance of m intervals has the chance (1 − q)^(m−1) · q, q being the share of
    /// whole distances.
    private boolean byGaps(Duration distance, Duration interval, int run, double share) {
        if (distance.compareTo(interval) <= 0) {
            // A run of fractions of the interval is none of gaps.
            return distance.equals(interval) || !multiple(interval, distance);
        }
        if (!multiple(distance, interval)) {
            return true;
        }
        double one = share * Math.pow(1 - share, distance.dividedBy(interval) - 1.0);
        return rows.size() * Math.pow(one, run) * FILES > 1;
    }

    private static boolean multiple(Duration longer, Duration shorter) {
        return shorter.multipliedBy(longer.dividedBy(shorter)).equals(longer);
    }

    private UnreadableFile twoIntervals(Duration interval, int from, int to) {
        // The stretch begins here, or the file begins with it and it ends here.
        BarRow change = rows.get(from > 0 ? from : to);
        return new UnreadableFile(
                change.line(),
                timeColumn,
                change.time().toString(),
                "The file holds bars of two intervals: from line "
                        + Math.min(rows.get(from).line(), rows.get(to).line())
                        + " to line "
                        + Math.max(rows.get(from).line(), rows.get(to).line())
                        + " they stand "
                        + Lengths.words(distance(from))
                        + " apart, most others "
                        + Lengths.words(interval)
                        + ".",
                "Split the file at this line and import each part by itself, with its own"
                        + " --interval.");
    }
}
