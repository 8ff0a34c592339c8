package credence.core.regime;

import credence.core.value.RegimeProbabilities;

import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;

/// The one name that a moment is called by wherever it is named: the one in force after hysteresis, with its own probability now.
///
/// @param probability of that name, 0…1; of the seven the confidence in it
/// @param rival the most probable name where that is another one
public record NameInForce(String regime, double probability, Optional<Rival> rival) {

    /// A name more probable now than the one in force.
    ///
    /// @param probability 0…1
    /// @param seen candles in a row that were read as it
    /// @param needed as many put it in force; 0 where several markets are meant, which are not counted together
    public record Rival(String regime, double probability, int seen, int needed) {}

    public static NameInForce of(FourReading reading) {
        RegimeProbabilities all = reading.probabilities();
        var likeliest = all.mostProbable();
        return new NameInForce(
                reading.regime().name(),
                all.of(reading.regime()),
                likeliest == reading.regime()
                        ? Optional.empty()
                        : Optional.of(
                                rival(likeliest.name(), all.of(likeliest), reading.standing())));
    }

    public static NameInForce of(FiveReading reading) {
        double own = reading.probabilities().getOrDefault(reading.regime(), 0.0);
        FiveRegime likeliest = reading.regime();
        double most = own;
        for (var each : reading.probabilities().entrySet()) {
            if (each.getValue() > most) {
                likeliest = each.getKey();
                most = each.getValue();
            }
        }
        return new NameInForce(
                reading.regime().name(),
                own,
                likeliest == reading.regime()
                        ? Optional.empty()
                        : Optional.of(rival(likeliest.name(), most, reading.standing())));
    }

    public static NameInForce of(SevenReading reading) {
        return new NameInForce(reading.regime().name(), reading.confidence(), Optional.empty());
    }

    private static Rival rival(String regime, double probability, Standing standing) {
        return new Rival(regime, probability, standing.against(), standing.needed());
    }

    /// Such as "ranging, 62 %", or "ranging holds, 31 %; trending now 54 %, 2 of 3 candles seen".
    ///
    /// @param measure what the first share is, such as "probability " ; empty where that needs no saying
    /// @param name a regime in words
    /// @param percent a share of one in words
    public String words(
            String measure, UnaryOperator<String> name, DoubleFunction<String> percent) {
        return rival.map(
                        r ->
                                name.apply(regime)
                                        + " holds, "
                                        + measure
                                        + percent.apply(probability)
                                        + "; "
                                        + name.apply(r.regime())
                                        + " now "
                                        + percent.apply(r.probability())
                                        + (r.needed() == 0
                                                ? ""
                                                : ", "
                                                        + r.seen()
                                                        + " of "
                                                        + r.needed()
                                                        + " candles seen"))
                .orElseGet(() -> name.apply(regime) + ", " + measure + percent.apply(probability));
    }
}
