package credence.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.concurrent.Callable;

/// `lab`: how well the learning works.
@Command(
        name = "lab",
        header = "Measure how well the learning works, on bots whose skill is known.",
        description = {
            "",
            "Prints the table of learning quality. Exit status 1 when a measure misses its aim."
        },
        footer = {"", "Examples:", "  credence lab", "  credence lab fleet --json"},
        mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..*",
            description = "Scenarios to measure. Default: all.")
    private List<String> scenarios = List.of();

    @Mixin private final JsonOption json = new JsonOption();

    LabCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        List<Laboratory.Measure> measures;
        try (ProgressLine progress = desk.progress()) {
            measures = desk.surroundings().laboratory().measure(scenarios, progress);
        }
        if (json.wanted()) {
            Json.write(
                    desk.console(), out -> out.array("measures", measures, LabCommand::document));
        } else {
            print(measures);
        }
        return measures.stream().allMatch(Laboratory.Measure::met) ? Exit.DONE : Exit.FAILED;
    }

    private static void document(Json out, Laboratory.Measure m) {
        out.text("scenario", m.scenario());
        out.text("measure", m.what());
        out.number("value", m.value());
        out.number("low", m.low().isPresent() ? m.low().getAsDouble() : null);
        out.number("high", m.high().isPresent() ? m.high().getAsDouble() : null);
        out.count("runs", m.runs());
        out.text("aim", m.aim());
        out.flag("met", m.met());
    }

    private void print(List<Laboratory.Measure> measures) {
        Table table =
                new Table()
                        .left("scenario")
                        .name("measure")
                        .right("value")
                        .left("90 % interval")
                        .right("runs")
                        .left("aim")
                        .left("met");
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
                    m.aim(),
                    m.met() ? "yes" : "NO");
        }
        table.print(desk.console());
    }
}
