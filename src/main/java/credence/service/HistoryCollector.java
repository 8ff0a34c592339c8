package credence.service;

import credence.core.belief.BeliefPoint;
import credence.core.belief.BeliefReading;
import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.brain.BotState;
import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Outcome;
import credence.core.brain.Replay;
import credence.core.value.BotId;
import credence.service.port.Progress;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Reads a bot's belief after each of its outcomes while everything is folded anew.
final class HistoryCollector implements BrainObserver {

    private final BotId bot;
    private final Progress progress;
    private final List<BeliefPoint> points = new ArrayList<>();
    private @Nullable BrainState state;
    private int resets;

    HistoryCollector(BotId bot, Progress progress) {
        this.bot = bot;
        this.progress = progress;
    }

    BrainState fold(Replay replay, Configuration configuration, Instant until) {
        BrainState folding = replay.newState(configuration);
        state = folding;
        Refolding.fold(folding, replay.known(until), until, this, progress, "Following " + bot);
        return folding;
    }

    List<BeliefPoint> points() {
        return points;
    }

    @Override
    public void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {
        if (!outcome.bot().equals(bot) || state == null) {
            return;
        }
        BeliefReading reading = after.belief().read(event.time(), prior, state.openLosses(after));
        points.add(
                new BeliefPoint(
                        bot,
                        event.index(),
                        event.time(),
                        outcome.opened(),
                        outcome.result(),
                        event.r(),
                        outcome.rung().name(),
                        outcome.returnFraction(),
                        event.prior(),
                        event.likelihood(),
                        reading.accuracy(),
                        reading.accuracyHalf(),
                        reading.confidence(),
                        event.weightBefore(),
                        event.weightAfter(),
                        reading.edge(),
                        reading.edgeHalf(),
                        reading.probabilityOfEdge(),
                        reading.shortRun(),
                        event.seam(),
                        after.resets() > resets,
                        boxed(outcome.entryQuality()),
                        boxed(outcome.exitQuality()),
                        event.r() == null ? null : (Double) (0.5 + 0.5 * Math.tanh(event.r()))));
        resets = after.resets();
    }

    private static @Nullable Double boxed(OptionalDouble x) {
        return x.isPresent() ? (Double) x.getAsDouble() : null;
    }
}
