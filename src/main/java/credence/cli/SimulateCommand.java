package credence.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `simulate`: a fleet whose skill is known.
@Command(
        name = "simulate",
        header = "Make up a fleet of bots whose skill is known, as files to import.",
        description = {
            "",
            "The same seed makes the same files. The truth stands beside them in truth.json."
        },
        footer = {"", "Example:", "  credence simulate --out fleet --bots 20 --days 365 --seed 7"},
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private final Desk desk;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the files; made when absent.")
    private @Nullable Path directory;

    @Option(
            names = "--bots",
            paramLabel = "N",
            defaultValue = "12",
            description = "How many bots. Default: ${DEFAULT-VALUE}.")
    private int bots;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "730",
            description = "How many days. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "31",
            description = "Seed of chance. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin private final JsonOption json = new JsonOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    SimulateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Laboratory.Simulated made;
        try (ProgressLine progress = desk.progress()) {
            made =
                    desk.surroundings()
                            .laboratory()
                            .simulate(
                                    Objects.requireNonNull(directory),
                                    new Laboratory.Fleet(bots, days, seed),
                                    progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return desk.tell(Exit.DONE, () -> print(made));
    }

    private void print(Laboratory.Simulated made) {
        if (json.wanted()) {
            Json.write(
                    desk.console(),
                    out ->
                            out.text("out", made.directory().toString())
                                    .texts("files", made.files())
                                    .count("bots", made.bots())
                                    .count("trades", made.trades())
                                    .count("seed", made.seed()));
        } else {
            desk.console()
                    .line(
                            Figures.count(made.bots(), "bot", "bots")
                                    + " with "
                                    + Figures.count(made.trades(), "trade", "trades")
                                    + " in "
                                    + made.directory()
                                    + " (seed "
                                    + made.seed()
                                    + "): "
                                    + String.join(", ", made.files()));
        }
    }
}
