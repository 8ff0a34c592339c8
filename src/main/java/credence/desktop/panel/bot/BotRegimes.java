package credence.desktop.panel.bot;

import credence.core.belief.RegimeBeliefReading;
import credence.core.trust.RegimeFit;
import credence.core.value.Estimate;
import credence.core.value.Regime;
import credence.desktop.chart.RegimeLook;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is believed of a bot in each of the four regimes, in words.
///
/// @param now the regime its markets are in, and what to import where that is not known
/// @param lines one for each regime; none while no outcome has a regime
/// @param why what the lines rest on; empty without lines
public record BotRegimes(String now, List<Line> lines, String why) {

    static final BotRegimes NONE = new BotRegimes("", List.of(), "");

    /// One regime.
    ///
    /// @param interval the 90 % interval in words, empty without one
    /// @param effective n by the probability of the regime at entry
    /// @param borrowed whether it leans on the bot's other regimes
    public record Line(
            String regime, String accuracy, String interval, String effective, boolean borrowed) {}

    static BotRegimes of(RegimeFit fit, Figures figures) {
        String now =
                fit.name()
                        .map(
                                name ->
                                        "Now "
                                                + name.words(
                                                        "probability ",
                                                        regime ->
                                                                RegimeLook.words(regime)
                                                                        .toLowerCase(Locale.ROOT),
                                                        figures::share)
                                                + ".")
                        .orElse(
                                "The regime now is not known: import bars of the symbols it trades,"
                                        + " up to its last trades.");
        List<Line> lines = new ArrayList<>();
        boolean borrowed = false;
        for (Regime regime : Regime.values()) {
            RegimeBeliefReading.Cell cell = fit.beliefs().of(regime);
            lines.add(line(regime, cell, figures));
            borrowed |= cell.borrowed();
        }
        boolean known =
                fit.beliefs().cells().values().stream().anyMatch(cell -> cell.expected() > 0);
        return known
                ? new BotRegimes(now, List.copyOf(lines), why(borrowed))
                : new BotRegimes(now, List.of(), "");
    }

    private static Line line(Regime regime, RegimeBeliefReading.Cell cell, Figures figures) {
        Estimate accuracy = cell.accuracy();
        Double value = accuracy.value();
        Double low = accuracy.low();
        Double high = accuracy.high();
        return new Line(
                RegimeLook.words(regime.name()),
                value == null ? figures.status(accuracy.status()) : figures.share(value),
                low == null || high == null
                        ? ""
                        : figures.bare(low, Unit.SHARE) + " to " + figures.bare(high, Unit.SHARE),
                figures.number(cell.expected(), 1),
                cell.borrowed());
    }

    private static String why(boolean borrowed) {
        return "Effective n counts every outcome by how probable the regime was at its entry."
                + (borrowed
                        ? " Borrowed: its own outcomes there, faded with age, weigh less than 20,"
                                + " so that most of the figure comes from the bot's other regimes."
                        : "");
    }
}
