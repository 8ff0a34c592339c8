package credence.lab;

import credence.core.random.Draws;
import credence.core.value.Direction;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Scores of four components, 0…10, of which one truly knows something.
///
/// A component makes a call in 85 % of trades: above 5.5 for long, below 4.5 for short, right with its accuracy,
/// whatever the bot itself does. In the others it says 4.6 to 5.4.
final class Components {

    /// Chance that a component's own call is right. A coin is right half the time.
    static final SortedMap<String, Double> ACCURACY =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(
                            Map.of(
                                    "theme",
                                    0.50,
                                    "technical",
                                    0.62,
                                    "ai",
                                    0.50,
                                    "sentiment",
                                    0.50)));

    static final double CALLS = 0.85;

    private Components() {}

    /// @param right the direction that turned out to pay
    static SortedMap<String, Double> scores(Draws draws, int trade, Direction right) {
        SortedMap<String, Double> scores = new TreeMap<>();
        ACCURACY.forEach(
                (name, accuracy) -> {
                    Draws own = draws.at(name);
                    double strength = own.uniform(3L * trade);
                    if (!own.happens(CALLS, 3L * trade + 1)) {
                        scores.put(name, tenths(4.6 + 0.8 * strength));
                        return;
                    }
                    boolean correct = own.happens(accuracy, 3L * trade + 2);
                    int sign = correct ? right.sign() : -right.sign();
                    scores.put(name, tenths(5 + sign * (0.6 + 4.0 * strength)));
                });
        return scores;
    }

    private static double tenths(double score) {
        return StrictMath.rint(score * 10) / 10;
    }
}
