package credence.lab;

import java.time.Duration;
import java.time.Instant;

/// What to simulate.
///
/// @param bots 1…1000; the first twelve are the specimens of [Specimens], each with something to teach
/// @param days 1…3660
/// @param from first moment, a whole day in UTC
/// @param interval of the bars; divides an hour, or is one
/// @param meanRegime mean length of a regime in trading time
public record SimulationParameters(
        int bots, int days, long seed, Instant from, Duration interval, Duration meanRegime) {

    /// Two years of twelve bots on hourly bars: the sample data.
    public static final SimulationParameters SAMPLE =
            new SimulationParameters(
                    12,
                    730,
                    31,
                    Instant.parse("2024-01-01T00:00:00Z"),
                    Duration.ofHours(1),
                    Duration.ofDays(5));

    public SimulationParameters {
        require(bots >= 1 && bots <= 1000, "bots must be 1 to 1000, not " + bots);
        require(days >= 1 && days <= 3660, "days must be 1 to 3660, not " + days);
        long seconds = interval.toSeconds();
        require(
                seconds >= 60 && seconds <= 3600 && 3600 % seconds == 0,
                "the interval must be a part of an hour or one, at least a minute, not "
                        + interval);
        require(
                meanRegime.compareTo(interval) >= 0,
                "a regime must last a bar at least, not " + meanRegime);
        require(
                from.getEpochSecond() % Duration.ofDays(1).toSeconds() == 0 && from.getNano() == 0,
                "the first moment must be a midnight in UTC, not " + from);
    }

    public static SimulationParameters of(int bots, int days, long seed) {
        return new SimulationParameters(
                bots, days, seed, SAMPLE.from, SAMPLE.interval, SAMPLE.meanRegime);
    }

    public SimulationParameters withInterval(Duration other) {
        return new SimulationParameters(bots, days, seed, from, other, meanRegime);
    }

    public SimulationParameters withMeanRegime(Duration other) {
        return new SimulationParameters(bots, days, seed, from, interval, other);
    }

    double meanRegimeCandles() {
        return (double) meanRegime.toSeconds() / interval.toSeconds();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
