package credence.desktop.panel.overview;

import credence.core.trust.BotTrust;
import credence.core.trust.LearningSummary;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;
import credence.core.value.Status;
import credence.desktop.action.Emptiness;
import credence.desktop.desk.Selection;
import credence.desktop.desk.TradeBook;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// What the trust board shows.
///
/// @param headline the board in one sentence
/// @param ranking by what the board is ordered, in words
/// @param cards figures over all bots
/// @param rows one per bot, best first
/// @param weights advised shares of the book, largest first, at most five
/// @param weightsText what the shares come to, or why there are none
/// @param emptiness why there is nothing to see, absent when there is
public record OverviewProjection(
        String headline,
        String ranking,
        List<Card> cards,
        List<Row> rows,
        List<Weight> weights,
        String weightsText,
        @Nullable Emptiness emptiness) {

    private static final int WEIGHTS = 5;

    static final OverviewProjection NOTHING =
            new OverviewProjection("", "", List.of(), List.of(), List.of(), "", null);

    /// One figure with its name.
    ///
    /// @param detail its interval, n or unit, in small print
    public record Card(String title, String value, String detail) {}

    /// One bot.
    ///
    /// @param rank 1 for the first
    /// @param duplicates empty, or of which bots it is a double
    /// @param likewise empty, or of how many bots it is a double
    /// @param why the reasons in one text
    public record Row(
            int rank,
            BotTrust trust,
            String state,
            String verdict,
            String duplicates,
            String likewise,
            String why) {

        public BotId bot() {
            return trust.bot();
        }
    }

    /// One bot's share of the book.
    public record Weight(BotId bot, double share, String text) {}

    /// What the star at a probability means, if there is one.
    private static String tails(List<Row> rows) {
        boolean unseen =
                rows.stream()
                        .anyMatch(
                                row ->
                                        row.trust().probabilityOfEdge().status()
                                                == Status.TAIL_UNSEEN);
        return unseen ? " * fewer than ten wins or ten losses: too few to judge." : "";
    }

    static OverviewProjection of(
            TrustBoard board, TradeBook book, Selection selection, Figures figures) {
        if (board.bots().isEmpty()) {
            return new OverviewProjection(
                    "", "", List.of(), List.of(), List.of(), "", Emptiness.NO_BOTS);
        }
        List<Row> rows = new ArrayList<>();
        int rank = 0;
        for (BotTrust bot : board.bots()) {
            rank++;
            if (selection.symbol().isEmpty()
                    || book.traded(bot.bot().name(), selection.symbol().get())) {
                rows.add(row(rank, bot));
            }
        }
        List<Weight> weights =
                board.bots().stream()
                        .filter(bot -> bot.effectiveWeight().orElse(0) > 0)
                        .sorted(
                                Comparator.comparingDouble(
                                                (BotTrust bot) -> bot.effectiveWeight().orElse(0))
                                        .reversed())
                        .limit(WEIGHTS)
                        .map(
                                bot ->
                                        new Weight(
                                                bot.bot(),
                                                bot.effectiveWeight().orElse(0),
                                                figures.share(bot.effectiveWeight().orElse(0))))
                        .toList();
        return new OverviewProjection(
                board.headline(),
                "Ranked by the probability that a bot earns more than it costs. Intervals hold the"
                        + " true value nine times in ten."
                        + tails(rows),
                cards(board, figures),
                rows,
                weights,
                weightsText(board, weights, figures),
                null);
    }

    private static Row row(int rank, BotTrust bot) {
        List<String> others =
                bot.duplicates().stream()
                        .filter(d -> !d.equals(bot.bot()))
                        .map(BotId::name)
                        .toList();
        return new Row(
                rank,
                bot,
                sentence(bot.state()),
                sentence(bot.verdict()),
                others.isEmpty() ? "" : "Same trades as " + String.join(", ", others),
                others.isEmpty() ? "" : others.size() + (others.size() == 1 ? " other" : " others"),
                String.join(" ", bot.why()));
    }

    private static List<Card> cards(TrustBoard board, Figures figures) {
        LearningSummary sum = board.summary();
        long likely =
                board.bots().stream().filter(b -> b.probabilityOfEdge().orElse(0) > 0.5).count();
        List<Card> cards = new ArrayList<>();
        cards.add(
                new Card(
                        "Outcomes learned",
                        figures.count(sum.outcomes()),
                        "from "
                                + things(figures, sum.bots(), "bot", "bots")
                                + "; "
                                + things(figures, sum.openTrades(), "trade", "trades")
                                + " open"));
        cards.add(
                new Card(
                        "Learning velocity",
                        figures.number(sum.velocity7(), 1) + " a day",
                        "over 7 days; " + figures.number(sum.velocity30(), 1) + " over 30 days"));
        cards.add(new Card("Average accuracy", value(sum, figures), interval(sum, figures)));
        cards.add(
                new Card(
                        "More likely good than not",
                        figures.count(likely) + " of " + figures.count(board.bots().size()),
                        "P(edge > 0) above one half"));
        cards.add(duplicates(board, figures));
        return List.copyOf(cards);
    }

    private static Card duplicates(TrustBoard board, Figures figures) {
        List<String> doubled =
                board.bots().stream()
                        .map(BotTrust::duplicateClass)
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .toList();
        long classes = doubled.stream().distinct().count();
        return new Card(
                "Duplicates",
                doubled.isEmpty() ? "none" : figures.count(doubled.size()) + " bots",
                doubled.isEmpty()
                        ? "no two bots have the same trades"
                        : "count as "
                                + figures.count(classes)
                                + ": the same trades under several names");
    }

    private static String value(LearningSummary sum, Figures figures) {
        Double mean = sum.averageAccuracy().value();
        return mean == null ? figures.status(sum.averageAccuracy().status()) : figures.share(mean);
    }

    private static String interval(LearningSummary sum, Figures figures) {
        Double low = sum.averageAccuracy().low();
        Double high = sum.averageAccuracy().high();
        return low == null || high == null
                ? "mean over bots"
                : "mean over bots, " + figures.bare(low, Unit.SHARE) + " to " + figures.share(high);
    }

    private static String things(Figures figures, long n, String one, String many) {
        return figures.count(n) + " " + (n == 1 ? one : many);
    }

    private static String weightsText(TrustBoard board, List<Weight> top, Figures figures) {
        long all = board.bots().stream().filter(b -> b.effectiveWeight().orElse(0) > 0).count();
        if (all == 0) {
            return "No bot earns weight: the advice is to stay in cash.";
        }
        double shown = top.stream().mapToDouble(Weight::share).sum();
        String text =
                all == 1
                        ? "One bot earns weight; the others get none."
                        : figures.count(all)
                                + " of "
                                + figures.count(board.bots().size())
                                + " bots earn weight";
        return all > top.size()
                ? text + "; these hold " + figures.share(shown) + "."
                : all == 1 ? text : text + ".";
    }

    /// `CLEARLY_GOOD` and `CLEARLY GOOD` as "Clearly good".
    private static String sentence(String name) {
        if (name.isEmpty()) {
            return name;
        }
        String low = name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(low.charAt(0)) + low.substring(1);
    }
}
