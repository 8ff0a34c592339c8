package credence.desktop.panel.bot;

import credence.core.belief.BeliefPoint;
import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Estimate;
import credence.core.value.Money;
import credence.core.value.Status;
import credence.desktop.action.Emptiness;
import credence.desktop.chart.BeliefPicture;
import credence.desktop.chart.TimePicture;
import credence.desktop.panel.journal.TradeRow;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;
import credence.service.TradeView;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is shown of one bot.
///
/// @param place "number 3 of 61"
/// @param badges state, verdict and what else marks the bot
/// @param reasons why it stands where it stands, most important first
/// @param now accuracy and edge as believed now, with their bands
/// @param metrics every figure with n and interval
/// @param regimes what is believed of it in each regime
/// @param openLosses open trades whose mark is a loss, in words
/// @param belief accuracy over time; edge likewise
/// @param trades in order of entry
public record BotProjection(
        @Nullable BotId bot,
        String place,
        List<String> badges,
        List<String> reasons,
        List<Now> now,
        List<Metric> metrics,
        BotRegimes regimes,
        List<String> openLosses,
        @Nullable TimePicture belief,
        @Nullable TimePicture edge,
        List<TradeRow> trades,
        @Nullable Emptiness emptiness) {

    static final BotProjection NOTHING =
            new BotProjection(
                    null,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    BotRegimes.NONE,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    null);

    static final BotProjection EMPTY =
            new BotProjection(
                    null,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    BotRegimes.NONE,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    Emptiness.NO_BOTS);

    /// A belief as it stands: value, 50 % and 90 % interval on a scale.
    ///
    /// @param reference a value to compare with, such as the break-even rate; absent without one
    public record Now(
            String title,
            String value,
            String interval,
            Estimate wide,
            Estimate half,
            double scaleLow,
            double scaleHigh,
            @Nullable Double reference,
            String referenceText) {}

    /// One figure.
    ///
    /// @param interval the 90 % interval in words, empty without one
    /// @param n outcomes behind it, in words
    public record Metric(String name, String value, String interval, String n, String meaning) {}

    static BotProjection of(
            TrustBoard board,
            BotTrust bot,
            List<BeliefPoint> points,
            List<TradeView> trades,
            Figures figures) {
        BeliefPicture pictures = new BeliefPicture(figures);
        String name = bot.bot().name();
        int place = board.bots().indexOf(bot) + 1;
        return new BotProjection(
                bot.bot(),
                "number " + place + " of " + board.bots().size() + " by probability of an edge",
                badges(bot),
                bot.why(),
                now(bot, figures, points),
                metrics(bot, figures),
                BotRegimes.of(bot.regime(), figures),
                openLosses(bot, figures),
                pictures.accuracy(name, points),
                pictures.edge(name, points),
                trades.stream().map(TradeRow::of).toList(),
                null);
    }

    private static List<String> badges(BotTrust bot) {
        List<String> badges = new ArrayList<>();
        badges.add(sentence(bot.state()));
        badges.add(sentence(bot.verdict()));
        long doubles = bot.duplicates().stream().filter(d -> !d.equals(bot.bot())).count();
        if (doubles > 0) {
            badges.add("Same trades as " + doubles + (doubles == 1 ? " other bot" : " other bots"));
        }
        if (bot.noCostsInFile()) {
            badges.add("No costs in file");
        }
        return badges;
    }

    private static List<Now> now(BotTrust bot, Figures figures, List<BeliefPoint> points) {
        Double breakEven = bot.breakEvenRate().value();
        Estimate edgeHalf =
                points.isEmpty() ? Estimate.none(Status.NO_DATA, 0) : points.getLast().edgeHalf();
        double reach = 0.1;
        for (Double end :
                List.of(
                        bot.expectancyR().orElse(0),
                        or(bot.expectancyR().low()),
                        or(bot.expectancyR().high()))) {
            reach = Math.max(reach, Math.abs(end) * 1.1);
        }
        return List.of(
                new Now(
                        "Accuracy",
                        value(bot.accuracy(), Unit.SHARE, figures),
                        interval(bot.accuracy(), Unit.SHARE, figures),
                        bot.accuracy(),
                        bot.accuracyHalf(),
                        0,
                        1,
                        breakEven,
                        breakEven == null ? "" : "break-even at " + figures.share(breakEven)),
                new Now(
                        "Edge, mean R per trade",
                        value(bot.expectancyR(), Unit.R, figures),
                        interval(bot.expectancyR(), Unit.R, figures),
                        bot.expectancyR(),
                        edgeHalf,
                        -reach,
                        reach,
                        0.0,
                        "nothing earned at 0"));
    }

    private static List<Metric> metrics(BotTrust bot, Figures figures) {
        List<Metric> all = new ArrayList<>();
        all.add(
                metric(
                        "P(edge > 0)",
                        bot.probabilityOfEdge(),
                        Unit.SHARE,
                        "probability that the bot earns more than it costs",
                        figures));
        all.add(
                metric(
                        "Mean R",
                        bot.expectancyR(),
                        Unit.R,
                        "believed mean result of a trade in units of its risk, after costs",
                        figures));
        all.add(
                metric(
                        "Plain mean R",
                        bot.plainMeanR(),
                        Unit.R,
                        "arithmetic mean of all outcomes: nothing fades, no prior, no open losses",
                        figures));
        all.add(
                metric(
                        "Accuracy",
                        bot.accuracy(),
                        Unit.SHARE,
                        "believed share of won trades",
                        figures));
        all.add(
                metric(
                        "Break-even rate",
                        bot.breakEvenRate(),
                        Unit.SHARE,
                        "accuracy at which the bot would make nothing",
                        figures));
        all.add(
                metric(
                        "Improvement",
                        bot.improvement(),
                        Unit.SHARE,
                        "accuracy less what was believed before the first outcome",
                        figures));
        all.add(
                metric(
                        "Loss to win",
                        bot.lossToWin(),
                        Unit.MULTIPLE,
                        "average loss as a multiple of the average win",
                        figures));
        all.add(
                metric(
                        "Confidence",
                        bot.confidence(),
                        Unit.SHARE,
                        "how much evidence there is; 10 % without any",
                        figures));
        all.add(
                plain(
                        "Effective n",
                        figures.number(bot.effectiveSample(), 1),
                        "outcomes, older ones counting less"));
        all.add(
                metric(
                        "Advised weight",
                        bot.effectiveWeight(),
                        Unit.SHARE,
                        "share of the book",
                        figures));
        all.add(
                metric(
                        "Belief weight",
                        bot.beliefWeight(),
                        Unit.SHARE,
                        "accuracy × confidence as a share; shown, not used",
                        figures));
        all.add(
                metric(
                        "Against equal",
                        bot.beliefWeightMultiple(),
                        Unit.MULTIPLE,
                        "the same as a multiple of equal weight",
                        figures));
        all.add(
                metric(
                        "Trust",
                        bot.trust(),
                        Unit.NUMBER,
                        "0 to 100; not worked out yet: what a bot's record in situations like the"
                                + " present one says of it is still missing, though the situations"
                                + " themselves are known",
                        figures));
        all.add(breakEvenCost(bot.breakEvenCostBps(), figures));
        all.add(
                plain(
                        "Trades",
                        figures.count(bot.trades())
                                + " closed, "
                                + figures.count(bot.openTrades())
                                + " open",
                        figures.count(bot.wins())
                                + " won, "
                                + figures.count(bot.breakEven())
                                + " break-even"));
        all.add(
                plain(
                        "Outcomes",
                        figures.count(bot.outcomes()),
                        counts(bot.outcomesBySource(), figures)));
        all.add(
                plain(
                        "R measured by",
                        rungs(bot, figures),
                        bot.clamped() == 0
                                ? "no outcome was cut off at ±20 R"
                                : figures.count(bot.clamped())
                                        + " outcomes were cut off at ±20 R"));
        bot.netPnl()
                .forEach(
                        (currency, amount) ->
                                all.add(
                                        plain(
                                                "Net result",
                                                money(amount, currency, figures),
                                                "of the closed trades, exact")));
        Instant last = bot.lastOutcome();
        if (last != null) {
            all.add(plain("Last outcome", figures.time(last), ""));
        }
        return all;
    }

    private static String counts(java.util.Map<?, Integer> bySource, Figures figures) {
        return bySource.entrySet().stream()
                .map(
                        e ->
                                figures.count(e.getValue())
                                        + " "
                                        + e.getKey().toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static String rungs(BotTrust bot, Figures figures) {
        if (bot.rungs().isEmpty()) {
            return "no outcome has one";
        }
        return bot.rungs().entrySet().stream()
                .map(e -> rungWords(e.getKey()) + " (" + figures.count(e.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String rungWords(String rung) {
        String words = TradeRow.rung(rung);
        return words.isEmpty() ? "none" : words;
    }

    private static List<String> openLosses(BotTrust bot, Figures figures) {
        return bot.openLosses().stream()
                .map(
                        loss -> {
                            Double mark = loss.returnFraction().value();
                            return mark == null
                                    ? "Open since "
                                            + figures.time(loss.since())
                                            + ", no price known"
                                    : "Open "
                                            + figures.value(mark, Unit.SHARE)
                                            + " since "
                                            + figures.time(loss.since());
                        })
                .toList();
    }

    private static Metric metric(
            String name, Estimate estimate, Unit unit, String meaning, Figures figures) {
        String interval = interval(estimate, unit, figures);
        Double value = estimate.value();
        // What is to be said about a figure stands beside it, where there is room.
        return new Metric(
                name,
                value != null && interval.isEmpty()
                        ? figures.value(value, unit)
                        : value(estimate, unit, figures),
                value != null && interval.isEmpty() && estimate.status() != Status.OK
                        ? figures.status(estimate.status())
                        : interval,
                figures.count(estimate.n()),
                meaning);
    }

    private static Metric breakEvenCost(Estimate cost, Figures figures) {
        Double value = cost.value();
        Double low = cost.low();
        Double high = cost.high();
        return new Metric(
                "Break-even cost",
                value == null ? figures.status(cost.status()) : figures.number(value, 1) + " bp",
                low == null || high == null
                        ? ""
                        : figures.number(low, 1) + " to " + figures.number(high, 1),
                figures.count(cost.n()),
                "basis points per side that would bring the mean return to zero");
    }

    private static Metric plain(String name, String value, String meaning) {
        return new Metric(name, value, "", "", meaning);
    }

    private static String value(Estimate estimate, Unit unit, Figures figures) {
        Double value = estimate.value();
        String flag =
                estimate.status() == Status.OK
                        ? ""
                        : " (" + figures.status(estimate.status()) + ")";
        return value == null
                ? figures.status(estimate.status())
                : figures.value(value, unit) + flag;
    }

    private static String interval(Estimate estimate, Unit unit, Figures figures) {
        Double low = estimate.low();
        Double high = estimate.high();
        return low == null || high == null
                ? ""
                : figures.bare(low, unit) + " to " + figures.bare(high, unit);
    }

    private static String money(
            java.math.BigDecimal amount, CurrencyCode currency, Figures figures) {
        return figures.signedMoney(new Money(amount, currency));
    }

    private static double or(@Nullable Double value) {
        return value == null ? 0 : value;
    }

    private static String sentence(String name) {
        String low = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return low.isEmpty() ? low : Character.toUpperCase(low.charAt(0)) + low.substring(1);
    }
}
