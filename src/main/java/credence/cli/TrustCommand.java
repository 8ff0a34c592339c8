package credence.cli;

import credence.core.regime.FleetDependence;
import credence.core.trust.TrustBoard;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Optional;
import java.util.concurrent.Callable;

/// `trust`: the board.
@Command(
        name = "trust",
        header = "Show whom to believe: every bot, ranked, with interval and reasons.",
        description = {
            "",
            "Ranks by the probability that a bot has an edge after costs. Every figure comes with"
                    + " the number of outcomes behind it and its 90 %% interval."
        },
        footer = {
            "",
            "Examples:",
            "  credence trust",
            "  credence trust --as-of 2025-06-30",
            "  credence trust --json | jq '.bots[] | {bot, p: .probabilityOfEdge.value}'"
        },
        mixinStandardHelpOptions = true)
final class TrustCommand implements Callable<Integer> {

    private final Desk desk;
    @Mixin private final AsOfOption asOf = new AsOfOption();
    @Mixin private final JsonOption json = new JsonOption();

    TrustCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.read(
                workspace -> {
                    TrustBoard board = workspace.beliefs().trust(asOf.moment());
                    Optional<FleetDependence> dependence;
                    try (ProgressLine progress = desk.progress()) {
                        dependence = workspace.markets().dependence(asOf.moment(), progress);
                    }
                    if (json.wanted()) {
                        Json.write(
                                desk.console(), out -> TrustDocument.write(out, board, dependence));
                    } else {
                        new TrustPage(board, dependence).print(desk.console());
                    }
                    return Exit.DONE;
                });
    }
}
