package credence.cli;

import credence.core.regime.FleetDependence;
import credence.core.trust.BotTrust;
import credence.core.trust.DataQuality;
import credence.core.trust.LearningSummary;
import credence.core.trust.TrustBoard;
import credence.core.value.Status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The board as text.
final class TrustPage {

    private static final int INDENT = 4;

    /// Explained below the table; the document has all.
    private static final int RIVALS = 3;

    private final TrustBoard board;
    private final Optional<FleetDependence> dependence;

    /// @param dependence which bots' results depend on the regime, where bars are held
    TrustPage(TrustBoard board, Optional<FleetDependence> dependence) {
        this.board = board;
        this.dependence = dependence;
    }

    void print(Console console) {
        LearningSummary summary = board.summary();
        console.line(board.headline());
        if (board.bots().isEmpty()) {
            console.line("Import the trades of your bots: credence import FILE…");
            return;
        }
        console.line(
                Figures.count(summary.bots(), "bot", "bots")
                        + ", "
                        + Figures.count(summary.outcomes(), "outcome", "outcomes")
                        + ", "
                        + Figures.count(summary.openTrades(), "open trade", "open trades")
                        + "; data until "
                        + Figures.minute(board.asOf())
                        + " UTC; intervals hold with 90 %");
        console.line();
        // Without bars of any symbol there is nothing to say of regimes.
        boolean regimes = board.bots().stream().anyMatch(b -> b.regime().now().isPresent());
        Table table =
                new Table()
                        .right("#")
                        .name("bot")
                        .right("n")
                        .left("accuracy")
                        .left("mean R after costs")
                        .right("P(edge>0)");
        if (regimes) {
            table.left("regime now");
        }
        table.right("weight");
        List<List<String>> notes = new ArrayList<>();
        int rank = 0;
        for (BotTrust bot : board.bots()) {
            List<String> row =
                    new ArrayList<>(
                            List.of(
                                    Integer.toString(++rank),
                                    bot.bot().name(),
                                    Figures.count(bot.outcomes()),
                                    Figures.share(bot.accuracy(), 1),
                                    Figures.change(bot.expectancyR(), 2),
                                    Figures.probability(bot.probabilityOfEdge())));
            if (regimes) {
                row.add(Figures.regime(bot.regime()) + mark(bot));
            }
            row.add(Figures.share(bot.effectiveWeight(), 1));
            table.row(row.toArray(String[]::new));
            notes.add(why(bot, console.width()));
        }
        table.print(console, notes);
        console.line();
        netInBase(console);
        board.quality().remarks().forEach(console::line);
        console.line(
                "n: outcomes learned from. Weight: advised share of the money; all others get"
                        + " none. Reasons stand below each bot.");
        if (regimes) {
            console.line(
                    "Regime now: the name in force over the symbols of a bot's last 50 calls, with"
                            + " its own probability. What is believed of it in each: trust --json;"
                            + " regimes --symbol S.");
            rivals(console);
        }
        dependence(console);
        if (board.bots().stream()
                .anyMatch(b -> b.probabilityOfEdge().status() == Status.TAIL_UNSEEN)) {
            console.line("*: fewer than ten wins or ten losses, too few to judge.");
        }
    }

    /// Where another regime is more probable than the one in force.
    private void rivals(Console console) {
        List<String> words =
                board.bots().stream()
                        .flatMap(b -> b.regime().name().stream())
                        .filter(name -> name.rival().isPresent())
                        .map(name -> Figures.regime("", name))
                        .distinct()
                        .toList();
        for (String each : words.subList(0, Math.min(RIVALS, words.size()))) {
            console.line("‡: " + each + ".");
        }
        if (words.size() > RIVALS) {
            console.line("‡: and others; trust --json names them.");
        }
    }

    private String mark(BotTrust bot) {
        return dependence.map(d -> d.rows().get(bot.bot())).filter(r -> r.survives()).isPresent()
                ? "†"
                : "";
    }

    /// How many bots do better in some regimes than in others, paid for the number looked at.
    private void dependence(Console console) {
        dependence.ifPresent(
                d ->
                        console.line(
                                d.tested() == 0
                                        ? "Too few outcomes to tell whether any bot depends on the"
                                                + " regime."
                                        : (d.surviving() == 0
                                                        ? "No bot's results"
                                                        : "†: results of "
                                                                + Figures.count(
                                                                        d.surviving(),
                                                                        "bot",
                                                                        "bots"))
                                                + " can be shown to depend on the regime at entry ("
                                                + Figures.count(d.tested(), "bot", "bots")
                                                + " tested, duplicates once; false discovery rate"
                                                + " 10 %). Taken one by one, "
                                                + Figures.count(d.alone(), "bot does", "bots do")
                                                + " better in one regime than in another with 90 %;"
                                                + " about "
                                                + Figures.fixed(d.expectedAlone(), 1)
                                                + " would by chance."));
    }

    /// Only in one currency, by the trader's own rates: amounts of several are never added.
    private void netInBase(Console console) {
        DataQuality quality = board.quality();
        quality.base()
                .ifPresent(
                        base ->
                                console.line(
                                        "Net of all closed trades, by the rates of their days: "
                                                + Figures.amount(quality.netInBase(), 2)
                                                + " "
                                                + base
                                                + "."));
    }

    /// The reasons on at most two lines below the row.
    private static List<String> why(BotTrust bot, int width) {
        if (bot.why().isEmpty()) {
            return List.of();
        }
        List<String> lines =
                Cell.wrap(Plain.visible(String.join(" ", bot.why())), width - INDENT - 2);
        String indent = " ".repeat(INDENT);
        return switch (lines.size()) {
            case 1 -> List.of(indent + lines.get(0));
            case 2 -> List.of(indent + lines.get(0), indent + lines.get(1));
            default -> List.of(indent + lines.get(0), indent + lines.get(1) + " …");
        };
    }
}
