package credence.desktop.chart;

import credence.core.belief.BeliefPoint;
import credence.core.belief.LearningEvent;
import credence.core.value.BotId;
import credence.core.value.Estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Made-up beliefs with the shape of real ones: a bot that wins 58 % and loses its touch half way.
public final class SamplePoints {

    private SamplePoints() {}

    /// @param n number of outcomes, three a day
    public static List<BeliefPoint> belief(String bot, int n, long seed) {
        List<BeliefPoint> points = new ArrayList<>();
        long state = seed;
        double a = 5.5;
        double b = 4.5;
        double sumR = 0;
        Instant start = Instant.parse("2023-02-01T00:00:00Z");
        for (int i = 1; i <= n; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            double draw = (state >>> 11) / (double) (1L << 53);
            double rate = i < n / 2 ? 0.58 : 0.44;
            double result = draw < 0.01 ? 0.5 : draw < rate ? 1 : 0;
            double prior = a / (a + b);
            double fade = 0.995;
            a = a * fade + result;
            b = b * fade + 1 - result;
            double mean = a / (a + b);
            double sd = Math.sqrt(mean * (1 - mean) / (a + b + 1));
            double r = result == 1 ? 1.1 : result == 0 ? -1 : 0;
            sumR = sumR * fade + r;
            double edge = sumR / (a + b);
            double edgeSd = 1.05 / Math.sqrt(a + b);
            Instant time = start.plusSeconds(i * 28_800L + (long) (draw * 20_000));
            points.add(
                    new BeliefPoint(
                            new BotId(bot),
                            i,
                            time,
                            time.minusSeconds(7_200),
                            result,
                            r,
                            "STOP",
                            r / 100,
                            prior,
                            result == 1 ? prior : 1 - prior,
                            Estimate.of(mean, mean - 1.645 * sd, Math.min(1, mean + 1.645 * sd), i),
                            Estimate.of(mean, mean - 0.674 * sd, mean + 0.674 * sd, i),
                            0.8,
                            prior * 0.8,
                            mean * 0.8,
                            Estimate.of(edge, edge - 1.645 * edgeSd, edge + 1.645 * edgeSd, i),
                            Estimate.of(edge, edge - 0.674 * edgeSd, edge + 0.674 * edgeSd, i),
                            Estimate.exact(edge > 0 ? 0.9 : 0.2, i),
                            0.1,
                            i == n / 2 + n / 20,
                            i == n * 4 / 5,
                            null,
                            null,
                            null));
        }
        return points;
    }

    public static List<LearningEvent> events(List<BeliefPoint> points) {
        return points.stream()
                .map(
                        p ->
                                new LearningEvent(
                                        p.bot(),
                                        p.time(),
                                        p.index(),
                                        p.priorMean(),
                                        p.result(),
                                        p.r(),
                                        p.likelihood(),
                                        p.accuracy().orElse(0),
                                        p.weightBefore(),
                                        p.weightAfter(),
                                        p.seam()))
                .toList();
    }
}
