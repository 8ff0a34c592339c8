package credence.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/// `lab`: how well the learning works.
@Command(
        name = "lab",
        header = "Measure how well the learning works, on bots whose skill is known.",
        description = {
            "",
            "Prints the table of learning quality: each figure with its 90 %% interval over the"
                    + " runs, and what is required of it. Exit status 1 when a requirement is not"
                    + " held.",
            "",
            "Scenarios:",
            "  fleet                bots of constant skill: order and intervals",
            "  turning              a bot alone that turns from 65 %% to 40 %%",
            "  turning-in-company   the same among 20 others",
            "  never-closer         a bot that keeps its losers open, beside an honest even one",
            "  high-win-rate-loser  a bot that wins often and loses, beside an honest even one",
            "  null                 bots without skill",
            "  regime-null          results that have nothing to do with the regime: false alarms",
            "  regime-bot           a bot that truly depends on the regime: how often it is found",
            "  states-50, -200      a market of three states, spells of so many days: states right",
            "  states-50-returns    the same, read by returns alone; also states-200-returns",
            "  states-50-stepped    the same, prices made of steps; also -200, also by returns"
                    + " alone always"
        },
        footer = {
            "",
            "Examples:",
            "  credence lab",
            "  credence lab fleet --json",
            "  credence lab turning --runs 50 --seed 7"
        },
        mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "Scenarios to measure. Default: all.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the first run. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Runs of each scenario. Default: as many as its requirement asks for.")
    private @Nullable Integer runs;

    @Mixin private final JsonOption json = new JsonOption();

    @Spec private CommandSpec spec = CommandSpec.create();

    LabCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Laboratory.Trial trial =
                new Laboratory.Trial(
                        scenarios, seed, runs == null ? OptionalInt.empty() : OptionalInt.of(runs));
        List<Laboratory.Measure> measures;
        try (ProgressLine progress = desk.progress()) {
            measures = desk.surroundings().laboratory().measure(trial, progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        if (json.wanted()) {
            Json.write(
                    desk.console(),
                    out ->
                            out.count("seed", seed)
                                    .array("measures", measures, LabCommand::document));
        } else {
            print(measures);
        }
        return measures.stream().allMatch(Laboratory.Measure::held) ? Exit.DONE : Exit.FAILED;
    }

    private static void document(Json out, Laboratory.Measure m) {
        out.text("scenario", m.scenario());
        out.text("measure", m.what());
        out.number("value", m.value());
        out.number("low", m.low().isPresent() ? m.low().getAsDouble() : null);
        out.number("high", m.high().isPresent() ? m.high().getAsDouble() : null);
        out.count("runs", m.runs());
        out.text("requirement", m.requirement().orElse(null));
        if (m.requirement().isPresent()) {
            out.flag("held", m.held());
        } else {
            out.nothing("held");
        }
    }

    private void print(List<Laboratory.Measure> measures) {
        Table table =
                new Table()
                        .left("scenario")
                        .name("measure")
                        .right("value")
                        .left("90 % interval")
                        .right("runs")
                        .left("required")
                        .left("held");
        for (Laboratory.Measure m : measures) {
            boolean interval = m.low().isPresent() && m.high().isPresent();
            table.row(
                    m.scenario(),
                    m.what(),
                    Figures.fixed(m.value(), 3),
                    interval
                            ? Figures.fixed(m.low().getAsDouble(), 3)
                                    + "…"
                                    + Figures.fixed(m.high().getAsDouble(), 3)
                            : "–",
                    Figures.count(m.runs()),
                    m.requirement().orElse("–"),
                    m.requirement().isEmpty() ? "–" : m.held() ? "yes" : "NO");
        }
        table.print(desk.console());
    }
}
