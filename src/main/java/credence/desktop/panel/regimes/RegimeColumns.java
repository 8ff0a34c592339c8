package credence.desktop.panel.regimes;

import credence.core.performance.ClusteredSample;
import credence.core.regime.Taxonomy;
import credence.desktop.chart.RegimeLook;
import credence.desktop.table.Column;
import credence.desktop.theme.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Columns of the tables beside the regimes.
final class RegimeColumns {

    private static final String RESTS =
            "Of all bots, duplicates once, with its 90 % interval. Trades entered in one spell ride"
                    + " the same prices, so the interval rests on spells; none below "
                    + ClusteredSample.LEAST;

    private RegimeColumns() {}

    static List<Column<RegimesProjection.RegimeRow>> regimes() {
        return List.of(
                Column.<RegimesProjection.RegimeRow>text(
                                "regime", "Regime", RegimesProjection.RegimeRow::regime)
                        .width(140),
                Column.<RegimesProjection.RegimeRow>figure(
                                "time", "Time, %", Unit.SHARE, RegimesProjection.RegimeRow::share)
                        .width(82)
                        .help("Share of all candles with a reading"),
                Column.<RegimesProjection.RegimeRow>text(
                                "lasts", "Lasts", RegimesProjection.RegimeRow::lasts)
                        .width(82)
                        .help("Mean length of a spell whose beginning and end were seen"),
                Column.<RegimesProjection.RegimeRow>count(
                                "outcomes", "Outcomes", RegimesProjection.RegimeRow::outcomes)
                        .width(96)
                        .help(
                                "Of all bots, duplicates once, entered while this regime was in"
                                        + " force"),
                Column.<RegimesProjection.RegimeRow>estimate(
                                "mean-r",
                                "Mean R after costs",
                                Unit.R,
                                row -> row.meanR().estimate())
                        .width(172)
                        .help(RESTS),
                Column.<RegimesProjection.RegimeRow>estimate(
                                "accuracy", "Won, %", Unit.SHARE, row -> row.accuracy().estimate())
                        .width(124)
                        .hidden()
                        .help(RESTS),
                Column.<RegimesProjection.RegimeRow>count(
                                "traded-spells", "In spells", row -> row.accuracy().clusters())
                        .width(86)
                        .help("Spells in which trades were entered: the interval rests on them"),
                Column.<RegimesProjection.RegimeRow>count(
                                "spells", "Spells", RegimesProjection.RegimeRow::spells)
                        .width(74)
                        .hidden()
                        .help("Unbroken stretches"),
                Column.<RegimesProjection.RegimeRow>text(
                                "then", "Then", RegimesProjection.RegimeRow::then)
                        .width(210)
                        .hidden()
                        .help("What followed most often"));
    }

    static List<Column<RegimesProjection.BotRow>> bots(Taxonomy taxonomy) {
        List<Column<RegimesProjection.BotRow>> columns = new ArrayList<>();
        columns.add(
                Column.<RegimesProjection.BotRow>text("bot", "Bot", row -> row.bot().name())
                        .width(188));
        for (String regime : taxonomy.names()) {
            String id = regime.toLowerCase(Locale.ROOT).replace('_', '-');
            columns.add(
                    Column.<RegimesProjection.BotRow>estimate(
                                    id,
                                    RegimeLook.words(regime),
                                    Unit.R,
                                    row -> row.cell(regime).meanR())
                            .width(172)
                            .styled(row -> row.cell(regime).borrowed() ? "borrowed" : "")
                            .help(
                                    (taxonomy == Taxonomy.FOUR
                                                    ? "Believed mean R after costs where the market"
                                                            + " was "
                                                    : "Mean R after costs of trades entered while"
                                                            + " the market was ")
                                            + RegimeLook.words(regime).toLowerCase(Locale.ROOT)
                                            + (taxonomy == Taxonomy.FOUR
                                                    ? "; n, every trade counted by how probable"
                                                            + " that was at entry, is in the tip of"
                                                            + " the cell"
                                                    : "")));
            columns.add(
                    Column.<RegimesProjection.BotRow>count(
                                    id + "-outcomes",
                                    RegimeLook.words(regime) + ", outcomes",
                                    row -> row.cell(regime).outcomes())
                            .width(150)
                            .hidden()
                            .help("Entered while this name was in force"));
            if (taxonomy != Taxonomy.SEVEN) {
                columns.add(
                        Column.<RegimesProjection.BotRow>figure(
                                        id + "-effective",
                                        RegimeLook.words(regime) + ", effective n",
                                        Unit.NUMBER,
                                        row -> row.cell(regime).effective())
                                .width(160)
                                .hidden()
                                .help(
                                        "Every outcome counted by how probable this regime was at"
                                                + " its entry: what beliefs rest on"));
            }
        }
        if (taxonomy == Taxonomy.FOUR) {
            columns.add(
                    Column.<RegimesProjection.BotRow>figure(
                                    "p", "p", Unit.NUMBER, RegimesProjection.BotRow::p)
                            .width(66)
                            .help(
                                    "Chance of regimes and results going together at least this"
                                            + " well if they had nothing to do with each other"));
            columns.add(
                    Column.<RegimesProjection.BotRow>figure(
                                    "adjusted",
                                    "p, adjusted",
                                    Unit.NUMBER,
                                    RegimesProjection.BotRow::adjusted)
                            .width(110)
                            .hidden()
                            .help("With the number of bots looked at paid for"));
            columns.add(
                    Column.<RegimesProjection.BotRow>text(
                                    "pair", "Better in", RegimesProjection.BotRow::pair)
                            .width(150)
                            .hidden()
                            .help("The two regimes in which its results differ most clearly"));
            columns.add(
                    Column.<RegimesProjection.BotRow>estimate(
                                    "effect", "By", Unit.R, RegimesProjection.BotRow::effect)
                            .width(172)
                            .hidden()
                            .help(
                                    "How much more R it makes there, with the 90 % interval of this"
                                            + " bot alone: not adjusted for all the bots tested, of"
                                            + " which one in ten leaves out 0 by chance. Depends is"
                                            + " adjusted"));
            columns.add(
                    Column.<RegimesProjection.BotRow>text(
                                    "depends",
                                    "Depends",
                                    row ->
                                            row.p() == null
                                                    ? "Too few"
                                                    : row.survives() ? "Yes" : "Not shown")
                            .width(90)
                            .help("Whether it depends on the regime beyond what luck explains"));
        }
        return List.copyOf(columns);
    }

    static List<Column<RegimesProjection.DayRow>> days() {
        return List.of(
                Column.<RegimesProjection.DayRow>text(
                                "regime", "Regime", RegimesProjection.DayRow::regime)
                        .width(132),
                Column.<RegimesProjection.DayRow>text("day", "Day", RegimesProjection.DayRow::day)
                        .width(78)
                        .help("Day of the regime on which a trade was entered"),
                Column.<RegimesProjection.DayRow>count(
                                "outcomes", "Outcomes", RegimesProjection.DayRow::outcomes)
                        .width(96),
                Column.<RegimesProjection.DayRow>estimate(
                                "accuracy", "Won, %", Unit.SHARE, row -> row.accuracy().estimate())
                        .width(124)
                        .hidden()
                        .help(RESTS),
                Column.<RegimesProjection.DayRow>count(
                                "traded-spells", "In spells", row -> row.accuracy().clusters())
                        .width(86)
                        .help("Spells in which trades were entered: the interval rests on them"),
                Column.<RegimesProjection.DayRow>estimate(
                                "mean-r",
                                "Mean R after costs",
                                Unit.R,
                                row -> row.meanR().estimate())
                        .width(172)
                        .help(RESTS));
    }

    static List<Column<RegimesProjection.SituationRow>> situations() {
        return List.of(
                Column.<RegimesProjection.SituationRow>text(
                                "situation", "Situation", RegimesProjection.SituationRow::words)
                        .width(554),
                Column.<RegimesProjection.SituationRow>figure(
                                "alike",
                                "Alike, %",
                                Unit.SHARE,
                                RegimesProjection.SituationRow::weight)
                        .width(82)
                        .help("How much it is like the present one: halved by each step apart"),
                Column.<RegimesProjection.SituationRow>count(
                                "met", "Met", RegimesProjection.SituationRow::met)
                        .width(60)
                        .help("Unbroken stretches"),
                Column.<RegimesProjection.SituationRow>count(
                                "outcomes", "Outcomes", RegimesProjection.SituationRow::outcomes)
                        .width(96),
                Column.<RegimesProjection.SituationRow>estimate(
                                "mean-r", "Mean R", Unit.R, RegimesProjection.SituationRow::meanR)
                        .width(176)
                        .help(RESTS),
                Column.<RegimesProjection.SituationRow>time(
                                "last", "Last met", RegimesProjection.SituationRow::last)
                        .hidden());
    }

    static List<Column<RegimesProjection.RefitRow>> refits() {
        return List.of(
                Column.<RegimesProjection.RefitRow>time(
                        "at", "Refitted", RegimesProjection.RefitRow::at),
                Column.<RegimesProjection.RefitRow>count(
                                "days", "Days", RegimesProjection.RefitRow::days)
                        .width(66),
                Column.<RegimesProjection.RefitRow>count(
                                "states", "States", RegimesProjection.RefitRow::states)
                        .width(74)
                        .hidden(),
                Column.<RegimesProjection.RefitRow>text(
                                "means", "Means a day", RegimesProjection.RefitRow::means)
                        .width(290)
                        .help("Mean daily return of each state"),
                Column.<RegimesProjection.RefitRow>text(
                                "volatilities",
                                "Volatilities a day",
                                RegimesProjection.RefitRow::volatilities)
                        .width(250)
                        .help("Standard deviation of the daily return in each state"),
                Column.<RegimesProjection.RefitRow>text(
                                "outcome", "What became of it", RegimesProjection.RefitRow::outcome)
                        .width(320));
    }
}
