package credence.core.regime;

import credence.core.performance.MultipleTesting;
import credence.core.random.Draws;
import credence.core.value.BotId;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which bots of a fleet depend on the regime, with the number of bots looked at paid for.
///
/// A duplicate class is tested once and shares its answer. Over the classes tested, Benjamini and Hochberg's false discovery rate is
/// held at 10 %: of the bots marked, at most that share is marked by luck in expectation.
///
/// @param rows one for each bot
/// @param tested classes with a p-value
/// @param alone of these, the ones whose own interval leaves out 0 (p ≤ 10 %), the number looked at not paid for; a tenth of those
///     tested is expected to by chance
/// @param surviving of these, the ones marked
public record FleetDependence(SortedMap<BotId, Row> rows, int tested, int alone, int surviving) {

    /// False discovery rate.
    public static final double RATE = 0.10;

    /// @param adjusted p after Benjamini–Hochberg; empty without a p
    /// @param survives whether it is at most 10 %
    public record Row(Dependence dependence, OptionalDouble adjusted, boolean survives) {}

    public FleetDependence {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /// @param outcomes of each bot, in the order of entry
    /// @param classes name of the duplicate class of each bot that has one
    /// @param draws of the workspace for this test; each class takes those at its own first bot's name
    public static FleetDependence of(
            SortedMap<BotId, List<Dependence.Entry>> outcomes,
            Map<BotId, String> classes,
            DependenceParameters parameters,
            Draws draws) {
        RegimeDependence test = new RegimeDependence(parameters);
        Map<String, Dependence> answers = new LinkedHashMap<>();
        for (Map.Entry<BotId, List<Dependence.Entry>> bot : outcomes.entrySet()) {
            answers.computeIfAbsent(
                    key(bot.getKey(), classes),
                    k -> test.of(bot.getValue(), draws.at(bot.getKey().name())));
        }
        List<String> tested = new ArrayList<>();
        for (Map.Entry<String, Dependence> answer : answers.entrySet()) {
            if (answer.getValue().p().isPresent()) {
                tested.add(answer.getKey());
            }
        }
        double[] p =
                tested.stream()
                        .mapToDouble(
                                k -> java.util.Objects.requireNonNull(answers.get(k)).p().orElse(1))
                        .toArray();
        double[] adjusted = MultipleTesting.benjaminiHochberg(p);
        int alone = (int) Arrays.stream(p).filter(x -> x <= RegimeDependence.LEVEL).count();
        int surviving = (int) Arrays.stream(adjusted).filter(q -> q <= RATE).count();
        SortedMap<BotId, Row> rows = new TreeMap<>();
        for (BotId bot : outcomes.keySet()) {
            String key = key(bot, classes);
            int at = tested.indexOf(key);
            rows.put(
                    bot,
                    new Row(
                            java.util.Objects.requireNonNull(answers.get(key)),
                            at < 0 ? OptionalDouble.empty() : OptionalDouble.of(adjusted[at]),
                            at >= 0 && adjusted[at] <= RATE));
        }
        return new FleetDependence(rows, tested.size(), alone, surviving);
    }

    /// How many of those tested are expected to have an interval that leaves out 0 when no bot depends on anything.
    public double expectedAlone() {
        return RegimeDependence.LEVEL * tested;
    }

    /// A class cannot be taken for a bot of the same name.
    private static String key(BotId bot, Map<BotId, String> classes) {
        String own = classes.get(bot);
        return own == null ? "bot " + bot.name() : "class " + own;
    }
}
