package credence.service;

import credence.core.belief.LearningEvent;
import credence.core.belief.Prior;
import credence.core.brain.BotState;
import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Outcome;
import credence.core.brain.Replay;
import credence.core.random.Draws;
import credence.core.regime.Dependence;
import credence.core.regime.DependenceParameters;
import credence.core.regime.FleetDependence;
import credence.core.regime.FourReading;
import credence.core.regime.MarketReading;
import credence.core.value.BotId;
import credence.core.value.RegimeProbabilities;
import credence.service.port.Progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gathers every outcome with its regime at entry, to test which bots depend on it. R is the one before assumed costs: these are the same
/// share of the turnover everywhere, so that in R they weigh more where ranges are small, which is no doing of the bot's.
final class DependenceCollector implements BrainObserver {

    private final Progress progress;
    private final SortedMap<BotId, List<Entered>> entries = new TreeMap<>();

    private record Entered(Instant at, Dependence.Entry entry) {}

    DependenceCollector(Progress progress) {
        this.progress = progress;
    }

    FleetDependence fold(Replay replay, Configuration configuration, Instant until) {
        BrainState state = replay.newState(configuration);
        Refolding.fold(
                state,
                replay.known(until),
                until,
                this,
                progress,
                "Holding results against regimes");
        SortedMap<BotId, List<Dependence.Entry>> ofBots = new TreeMap<>();
        Map<BotId, String> classes = new TreeMap<>();
        for (BotState bot : state.bots()) {
            List<Entered> own = entries.getOrDefault(bot.bot(), List.of());
            ofBots.put(
                    bot.bot(),
                    own.stream()
                            // Outcomes come in order of closing; of one instant that order stays.
                            .sorted(Comparator.comparing(Entered::at))
                            .map(Entered::entry)
                            .toList());
            String name = state.duplicateClass(bot.bot());
            if (name != null) {
                classes.put(bot.bot(), name);
            }
        }
        return FleetDependence.of(
                ofBots,
                classes,
                DependenceParameters.DEFAULT,
                Draws.of(configuration.seed(), "regime dependence"));
    }

    @Override
    public void learned(Outcome outcome, LearningEvent event, BotState after, Prior prior) {
        Optional<RegimeProbabilities> known =
                outcome.market().flatMap(MarketReading::four).map(FourReading::probabilities);
        if (known.isPresent() && outcome.statedR().isPresent()) {
            entries.computeIfAbsent(outcome.bot(), b -> new ArrayList<>())
                    .add(
                            new Entered(
                                    outcome.opened(),
                                    new Dependence.Entry(
                                            known.get(), outcome.statedR().getAsDouble())));
        }
    }
}
