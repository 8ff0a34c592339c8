package credence.lab;

import credence.core.brain.BrainObserver;
import credence.core.brain.BrainState;
import credence.core.brain.Configuration;
import credence.core.brain.Replay;
import credence.core.trust.BotTrust;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Folds a scenario as the program folds a workspace, up to the scenario's end.
final class Folding {

    private final Configuration configuration;

    Folding(Configuration configuration) {
        this.configuration = configuration;
    }

    BrainState fold(Scenario scenario, BrainObserver observer) {
        return new Replay(scenario.facts())
                .foldAsOf(configuration, scenario.end(), Optional.empty(), observer)
                .state();
    }

    /// The board as the trader sees it, best first.
    List<BotTrust> board(Scenario scenario) {
        return TrustBoard.of(fold(scenario, BrainObserver.NONE)).bots();
    }

    static Map<BotId, BotTrust> byBot(List<BotTrust> board) {
        return board.stream().collect(Collectors.toMap(BotTrust::bot, Function.identity()));
    }
}
