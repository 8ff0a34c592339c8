package credence.imports.formats.bars;

import credence.imports.UnreadableFile;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long the bars of a file last, told by how far they stand apart.
final class Lengths {

    private static final Duration DAY = Duration.ofDays(1);

    /// Nothing is this long and still of one length: months have 28 to 31 days.
    private static final Duration MONTH = Duration.ofDays(28);

    private Lengths() {}

    /// @param times ascending
    /// @param said what the trader said
    /// @throws UnreadableFile when one bar alone does not tell, when bars are months, or when what was said contradicts the file
    static Duration of(List<Instant> times, Optional<Duration> said) throws UnreadableFile {
        Map<Duration, Integer> distances = new HashMap<>();
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).isAfter(times.get(i - 1))) {
                distances.merge(Duration.between(times.get(i - 1), times.get(i)), 1, Integer::sum);
            }
        }
        if (distances.isEmpty()) {
            return said.orElseThrow(
                    () ->
                            new UnreadableFile(
                                    "One bar alone does not tell its interval.",
                                    "Say it, for example --interval 15m."));
        }
        Duration usual = mostCommon(distances);
        if (said.isPresent()) {
            contradicted(said.get(), usual, distances);
            return said.get();
        }
        if (usual.compareTo(MONTH) >= 0) {
            throw new UnreadableFile(
                    "These are bars of months (they stand "
                            + words(usual)
                            + " apart). Months have no fixed length: volatility, ATR and regimes"
                            + " cannot be measured on them.",
                    "Import daily bars, or shorter ones.");
        }
        return usual;
    }

    /// The shorter of two equally common ones.
    private static Duration mostCommon(Map<Duration, Integer> distances) {
        return distances.entrySet().stream()
                .max(
                        Map.Entry.<Duration, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    /// Too long a length would make the bars overlap; too short a one would make each known before it was over. Two bars alone may have a
    /// gap between them.
    private static void contradicted(
            Duration said, Duration usual, Map<Duration, Integer> distances) throws UnreadableFile {
        boolean several = distances.values().stream().mapToInt(Integer::intValue).sum() > 1;
        if (several && distances.keySet().stream().noneMatch(d -> aboutOne(d, said))) {
            throw new UnreadableFile(
                    "No two bars stand "
                            + words(said)
                            + " apart, as --interval says; most stand "
                            + words(usual)
                            + " apart.",
                    "Leave --interval out, or correct it.");
        }
    }

    private static boolean aboutOne(Duration distance, Duration interval) {
        return distance.minus(interval).abs().compareTo(tolerance(interval)) <= 0;
    }

    /// Days by a clock that is put forward and back are 23 and 25 hours long.
    static Duration tolerance(Duration interval) {
        return interval.compareTo(DAY) < 0 ? Duration.ZERO : Duration.ofHours(1);
    }

    /// `15 minutes`, `1 hour`, `1 day`.
    static String words(Duration length) {
        if (length.getNano() != 0) {
            return length.toMillis() + " milliseconds";
        }
        long seconds = length.toSeconds();
        return seconds % 86_400 == 0
                ? counted(seconds / 86_400, "day")
                : seconds % 3600 == 0
                        ? counted(seconds / 3600, "hour")
                        : seconds % 60 == 0
                                ? counted(seconds / 60, "minute")
                                : counted(seconds, "second");
    }

    private static String counted(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
