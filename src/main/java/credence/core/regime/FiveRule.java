package credence.core.regime;

import credence.core.market.Features;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which of the five a day is, by the rules of `learning.md` 4 in their order, before hysteresis.
///
/// CRISIS by bars alone; else the most probable name of a state: the calmest is BULL_MOMENTUM if its mean return is above 0, the
/// wildest BEAR_DEFENSIVE if its mean is not, every other CHOPPY. THEME_DRIVEN is asked after CRISIS as soon as theme scores
/// are known; no market tells it by its prices.
///
/// @param probabilities summed over the states of one name
/// @param reason the rule and its figures, in words
record FiveRule(FiveRegime regime, SortedMap<FiveRegime, Double> probabilities, String reason) {

    /// Whether the day is a crisis by the figures of its candles; unknown figures are none.
    static boolean crisis(Features day, FiveParameters by) {
        return day.ranks().dailyVolatility().orElse(0) >= by.crisisRank()
                && day.dailyVolatility().isPresent()
                && day.drawdown().orElse(0) >= by.crisisDrawdown();
    }

    static FiveRule ofCrisis(Features day, FiveParameters by) {
        SortedMap<FiveRegime, Double> certain = new TreeMap<>();
        certain.put(FiveRegime.CRISIS, 1.0);
        return new FiveRule(
                FiveRegime.CRISIS,
                certain,
                words(
                        "CRISIS: volatility of 20 days is %s a day, above %s of its own past (%s is"
                                + " enough), and the price is %s below its high of 252 days (%s is"
                                + " enough).",
                        percent(day.dailyVolatility().orElse(0), 2),
                        percent(day.ranks().dailyVolatility().orElse(0), 1),
                        percent(by.crisisRank(), 0),
                        percent(day.drawdown().orElse(0), 1),
                        percent(by.crisisDrawdown(), 0)));
    }

    /// @param filtered probabilities of the model's states by days closed up to now
    static FiveRule ofStates(GaussianHmm model, double[] filtered) {
        List<FiveRegime> names = names(model);
        SortedMap<FiveRegime, Double> probabilities = new TreeMap<>();
        for (int i = 0; i < filtered.length; i++) {
            probabilities.merge(names.get(i), filtered[i], Double::sum);
        }
        FiveRegime best = probabilities.firstKey();
        double most = 0;
        for (var name : probabilities.entrySet()) {
            if (name.getValue() > most) {
                best = name.getKey();
                most = name.getValue();
            }
        }
        return new FiveRule(best, probabilities, reason(model, filtered, names, best));
    }

    /// Names of the states by their volatility and mean.
    static List<FiveRegime> names(GaussianHmm model) {
        int calmest = 0;
        int wildest = 0;
        for (int i = 1; i < model.states(); i++) {
            calmest = model.deviation(i) < model.deviation(calmest) ? i : calmest;
            wildest = model.deviation(i) > model.deviation(wildest) ? i : wildest;
        }
        FiveRegime[] names = new FiveRegime[model.states()];
        Arrays.fill(names, FiveRegime.CHOPPY);
        if (model.mean(wildest, 0) <= 0) {
            names[wildest] = FiveRegime.BEAR_DEFENSIVE;
        }
        if (model.mean(calmest, 0) > 0) {
            names[calmest] = FiveRegime.BULL_MOMENTUM;
        }
        return List.of(names);
    }

    private static String reason(
            GaussianHmm model, double[] filtered, List<FiveRegime> names, FiveRegime best) {
        int state = -1;
        double together = 0;
        for (int i = 0; i < filtered.length; i++) {
            if (names.get(i) == best) {
                together += filtered[i];
                state = state < 0 || filtered[i] > filtered[state] ? i : state;
            }
        }
        String figures =
                words(
                        "(volatility %s a day, mean %s a day).",
                        percent(model.deviation(state), 2), signed(model.mean(state, 0)));
        String where =
                switch (best) {
                    case BULL_MOMENTUM -> "the calmest of %d states, and that one rises";
                    case BEAR_DEFENSIVE -> "the wildest of %d states, and that one does not rise";
                    default ->
                            "a state that is neither the calmest and rising nor the wildest and"
                                    + " falling, most likely "
                                    + place(model, state)
                                    + " of %d";
                };
        return words(
                "%s: with %s the market is in " + where + " %s",
                best,
                percent(together, 0),
                model.states(),
                figures);
    }

    private static String place(GaussianHmm model, int state) {
        int calmer = 0;
        for (int i = 0; i < model.states(); i++) {
            calmer += model.deviation(i) < model.deviation(state) ? 1 : 0;
        }
        return switch (calmer) {
            case 0 -> "the calmest";
            case 1 -> "the 2nd calmest";
            case 2 -> "the 3rd calmest";
            default -> "the " + (calmer + 1) + "th calmest";
        };
    }

    private static String signed(double share) {
        return words("%+.3f %%", 100 * share);
    }

    static String percent(double share, int digits) {
        return words("%." + digits + "f %%", 100 * share);
    }

    static String words(String pattern, Object... figures) {
        return String.format(Locale.ROOT, pattern, figures);
    }
}
