package credence.desktop.panel.beliefs;

import credence.core.belief.BeliefPoint;
import credence.core.belief.LearningEvent;
import credence.core.trust.LearningSummary;
import credence.core.value.BotId;
import credence.desktop.action.Emptiness;
import credence.desktop.chart.BeliefPicture;
import credence.desktop.chart.HistoryPicture;
import credence.desktop.chart.LinePicture;
import credence.desktop.chart.TimePicture;
import credence.desktop.chart.TimeSeries;
import credence.desktop.chart.ValueScale;
import credence.desktop.theme.Figures;
import credence.desktop.theme.Unit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the screen of beliefs shows.
///
/// @param bot whose belief is drawn
/// @param pictures what is drawn; absent when there is no bot
/// @param velocityText the velocity in words
/// @param events the learning history, latest first
/// @param historyText how much of the history is at hand
public record BeliefsProjection(
        @Nullable BotId bot,
        @Nullable Pictures pictures,
        String velocityText,
        List<Learned> events,
        String historyText,
        @Nullable Emptiness emptiness) {

    static final BeliefsProjection NOTHING =
            new BeliefsProjection(null, null, "", List.of(), "", null);

    static final BeliefsProjection EMPTY =
            new BeliefsProjection(null, null, "", List.of(), "", Emptiness.NO_BOTS);

    /// What is drawn.
    ///
    /// @param accuracy believed win rate of the bot over time; edge its believed edge
    /// @param weights belief weights of the chosen bots over time
    /// @param timeline every outcome learned; velocity how many a day
    public record Pictures(
            TimePicture accuracy,
            TimePicture edge,
            TimePicture weights,
            TimePicture timeline,
            TimePicture velocity) {}

    /// One update as the table shows it.
    ///
    /// @param evidence Won, Lost or Break-even
    public record Learned(
            String bot,
            Instant time,
            int index,
            String evidence,
            @Nullable Double r,
            double prior,
            double likelihood,
            double posterior,
            double weightBefore,
            double weightAfter,
            boolean change) {

        static Learned of(LearningEvent event) {
            return new Learned(
                    event.bot().name(),
                    event.time(),
                    event.index(),
                    event.evidence() > 0.5 ? "Won" : event.evidence() < 0.5 ? "Lost" : "Break-even",
                    event.r(),
                    event.prior(),
                    event.likelihood(),
                    event.posterior(),
                    event.weightBefore(),
                    event.weightAfter(),
                    event.seam());
        }
    }

    /// @param points of the bot in focus, oldest first
    /// @param events of the bots and the time shown, oldest first
    /// @param weighed bots whose weights are drawn
    /// @param complete whether the events are all there are, rather than the last ones in memory
    static BeliefsProjection of(
            BotId bot,
            List<BeliefPoint> points,
            List<LearningEvent> events,
            List<BotId> weighed,
            boolean complete,
            LearningSummary summary,
            Figures figures) {
        BeliefPicture beliefs = new BeliefPicture(figures);
        HistoryPicture history = new HistoryPicture(figures);
        return new BeliefsProjection(
                bot,
                new Pictures(
                        beliefs.accuracy(bot.name(), points),
                        beliefs.edge(bot.name(), points),
                        weights(events, weighed),
                        history.timeline("Outcomes learned", events),
                        history.velocity("Learning velocity", events)),
                figures.number(summary.velocity7(), 1)
                        + " outcomes a day over the last 7 days of the data, "
                        + figures.number(summary.velocity30(), 1)
                        + " over the last 30",
                events.stream().map(Learned::of).toList().reversed(),
                complete
                        ? figures.count(events.size())
                                + (events.size() == 1 ? " update" : " updates")
                                + " of this bot, all there are in the time shown."
                        : "The last "
                                + figures.count(events.size())
                                + " updates at hand. Choose one bot to see all of its own.",
                null);
    }

    /// A point of a bot's own history as an update of the learning history.
    static LearningEvent event(BeliefPoint point) {
        return new LearningEvent(
                point.bot(),
                point.time(),
                point.index(),
                point.priorMean(),
                point.result(),
                point.r(),
                point.likelihood(),
                point.accuracy().orElse(point.priorMean()),
                point.weightBefore(),
                point.weightAfter(),
                point.seam());
    }

    private static TimePicture weights(List<LearningEvent> events, List<BotId> weighed) {
        Map<BotId, List<LearningEvent>> byBot = new LinkedHashMap<>();
        weighed.forEach(each -> byBot.put(each, new ArrayList<>()));
        for (LearningEvent event : events) {
            List<LearningEvent> own = byBot.get(event.bot());
            if (own != null) {
                own.add(event);
            }
        }
        List<LinePicture.Named> lines = new ArrayList<>();
        byBot.forEach(
                (each, own) -> {
                    if (!own.isEmpty()) {
                        lines.add(new LinePicture.Named(each.name(), series(own)));
                    }
                });
        ValueScale scale = ValueScale.fromZero("Belief weight", Unit.NUMBER);
        return lines.isEmpty()
                ? TimePicture.empty(
                        "Belief weights",
                        "No update of these bots is in the history at hand.",
                        scale)
                : LinePicture.many(
                        "Belief weights",
                        "Accuracy × confidence of "
                                + lines.size()
                                + (lines.size() == 1 ? " bot" : " bots")
                                + " after each outcome, before it is divided among all bots.",
                        scale,
                        lines);
    }

    private static TimeSeries series(List<LearningEvent> events) {
        return new TimeSeries(
                events.stream().mapToLong(event -> event.time().toEpochMilli()).toArray(),
                events.stream().mapToDouble(LearningEvent::weightAfter).toArray());
    }
}
