package credence.cli;

import credence.core.regime.FleetDependence;
import credence.core.trust.BotTrust;
import credence.core.trust.LearningSummary;
import credence.core.trust.TrustBoard;
import credence.core.value.BotId;

import java.util.Optional;

/// The board as JSON.
final class TrustDocument {

    private TrustDocument() {}

    /// @param dependence which bots' results depend on the regime, where bars are held
    static void write(Json out, TrustBoard board, Optional<FleetDependence> dependence) {
        out.instant("asOf", board.asOf());
        out.text("headline", board.headline());
        dependence.ifPresent(
                d -> out.object("regimeDependence", o -> RegimeFitDocument.write(o, d)));
        out.array("bots", board.bots(), (o, bot) -> bot(o, bot, dependence));
        out.object("quality", q -> QualityDocument.write(q, board.quality()));
        LearningSummary summary = board.summary();
        out.object(
                "summary",
                s ->
                        s.count("bots", summary.bots())
                                .count("outcomes", summary.outcomes())
                                .count("openTrades", summary.openTrades())
                                .estimate("averageAccuracy", summary.averageAccuracy())
                                .number("velocity7", summary.velocity7())
                                .number("velocity30", summary.velocity30()));
    }

    private static void bot(Json out, BotTrust bot, Optional<FleetDependence> dependence) {
        out.text("bot", bot.bot().name());
        out.text("state", bot.state());
        out.text("verdict", bot.verdict());
        out.text("duplicateClass", bot.duplicateClass());
        out.texts("duplicates", bot.duplicates().stream().map(BotId::name).toList());
        out.count("trades", bot.trades());
        out.count("openTrades", bot.openTrades());
        out.count("outcomes", bot.outcomes());
        out.object(
                "outcomesBySource",
                o -> bot.outcomesBySource().forEach((source, n) -> o.count(source.name(), n)));
        out.count("wins", bot.wins());
        out.count("breakEven", bot.breakEven());
        out.object(
                "netPnl",
                o -> bot.netPnl().forEach((currency, sum) -> o.decimal(currency.code(), sum)));
        out.object("quality", q -> QualityDocument.write(q, bot.quality()));
        out.estimate("accuracy", bot.accuracy());
        out.estimate("accuracyHalf", bot.accuracyHalf());
        out.estimate("improvement", bot.improvement());
        out.estimate("breakEvenRate", bot.breakEvenRate());
        out.estimate("confidence", bot.confidence());
        out.number("effectiveSample", bot.effectiveSample());
        out.estimate("beliefWeight", bot.beliefWeight());
        out.estimate("beliefWeightMultiple", bot.beliefWeightMultiple());
        out.estimate("effectiveWeight", bot.effectiveWeight());
        out.estimate("trust", bot.trust());
        BotTrust.Parts parts = bot.parts();
        out.object(
                "parts",
                p ->
                        p.estimate("history", parts.history())
                                .estimate("consistency", parts.consistency())
                                .estimate("situation", parts.situation())
                                .estimate("diversity", parts.diversity()));
        out.estimate("expectancyR", bot.expectancyR());
        out.estimate("plainMeanR", bot.plainMeanR());
        out.estimate("probabilityOfEdge", bot.probabilityOfEdge());
        out.object(
                "regime",
                o ->
                        RegimeFitDocument.write(
                                o,
                                bot.regime(),
                                dependence.map(d -> d.rows().get(bot.bot())).orElse(null)));
        out.count("strikes", bot.strikes());
        out.nothing("override");
        out.estimate("lossToWin", bot.lossToWin());
        out.estimate("breakEvenCostBps", bot.breakEvenCostBps());
        out.flag("noCostsInFile", bot.noCostsInFile());
        out.array(
                "openLosses",
                bot.openLosses(),
                (o, loss) ->
                        o.instant("since", loss.since())
                                .estimate("return", loss.returnFraction())
                                .instant("markedAt", loss.markedAt()));
        out.object("rungs", o -> bot.rungs().forEach((rung, n) -> o.count(rung, n)));
        out.count("clamped", bot.clamped());
        out.instant("lastOutcome", bot.lastOutcome());
        out.numbers("trend", bot.trend());
        out.texts("why", bot.why());
    }
}
