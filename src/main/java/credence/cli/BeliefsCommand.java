package credence.cli;

import credence.core.belief.BeliefPoint;
import credence.core.value.BotId;
import credence.service.BeliefHistory;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `beliefs`: how a belief came about.
@Command(
        name = "beliefs",
        header = "Show how the belief about a bot came about, outcome by outcome.",
        description = {
            "",
            "For every outcome: what was believed before, what happened, what was believed after,"
                    + " with 90 %% intervals. A seam marks where the bot seems to have changed."
        },
        footer = {
            "",
            "Examples:",
            "  credence beliefs scalper",
            "  credence beliefs scalper --json"
        },
        mixinStandardHelpOptions = true)
final class BeliefsCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(paramLabel = "BOT", description = "Name of the bot.")
    private @Nullable BotId bot;

    @Mixin private final AsOfOption asOf = new AsOfOption();
    @Mixin private final JsonOption json = new JsonOption();

    BeliefsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return desk.read(
                workspace -> {
                    BeliefHistory history;
                    try (ProgressLine progress = desk.progress()) {
                        history =
                                workspace
                                        .beliefs()
                                        .history(
                                                Objects.requireNonNull(bot),
                                                asOf.moment(),
                                                progress);
                    }
                    if (json.wanted()) {
                        Json.write(desk.console(), out -> document(out, history));
                    } else {
                        print(history);
                    }
                    return Exit.DONE;
                });
    }

    private static void document(Json out, BeliefHistory history) {
        out.text("bot", history.bot().name());
        out.instant("asOf", history.asOf());
        out.array("points", history.points(), BeliefsCommand::point);
    }

    private static void point(Json out, BeliefPoint p) {
        out.count("index", p.index());
        out.instant("time", p.time());
        out.instant("opened", p.opened());
        out.number("result", p.result());
        out.number("r", p.r());
        out.text("rung", p.rung());
        out.number("return", p.returnFraction());
        out.number("priorMean", p.priorMean());
        out.number("likelihood", p.likelihood());
        out.estimate("accuracy", p.accuracy());
        out.estimate("accuracyHalf", p.accuracyHalf());
        out.number("confidence", p.confidence());
        out.number("weightBefore", p.weightBefore());
        out.number("weightAfter", p.weightAfter());
        out.estimate("edge", p.edge());
        out.estimate("edgeHalf", p.edgeHalf());
        out.estimate("probabilityOfEdge", p.probabilityOfEdge());
        out.number("shortRun", p.shortRun());
        out.flag("seam", p.seam());
        out.flag("reset", p.reset());
        out.number("entryQuality", p.entryQuality());
        out.number("exitQuality", p.exitQuality());
        out.number("riskAdjusted", p.riskAdjusted());
    }

    private void print(BeliefHistory history) {
        Console console = desk.console();
        List<BeliefPoint> points = history.points();
        console.line(
                history.bot().name()
                        + ": "
                        + Figures.count(points.size(), "outcome", "outcomes")
                        + "; data until "
                        + Figures.minute(history.asOf())
                        + " UTC; intervals hold with 90 %");
        if (points.isEmpty()) {
            return;
        }
        console.line();
        Table table =
                new Table()
                        .right("#")
                        .left("known at (UTC)")
                        .left("result")
                        .right("R")
                        .right("before")
                        .left("accuracy after")
                        .left("mean R after")
                        .right("P(edge>0)")
                        .left("");
        for (BeliefPoint p : points) {
            Double r = p.r();
            table.row(
                    Integer.toString(p.index()),
                    Figures.minute(p.time()),
                    result(p.result()),
                    r == null ? "–" : Figures.signed(r, 2),
                    Figures.percent(p.priorMean(), 1),
                    Figures.share(p.accuracy(), 1),
                    Figures.change(p.edge(), 2),
                    Figures.probability(p.probabilityOfEdge()),
                    p.reset() ? "reset before" : p.seam() ? "seam" : "");
        }
        table.print(console);
    }

    private static String result(double result) {
        return result == 1 ? "won" : result == 0 ? "lost" : "even";
    }
}
