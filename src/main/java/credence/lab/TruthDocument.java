package credence.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The document beside the files of a simulation: what is truly so, and what the program should conclude.
final class TruthDocument {

    private TruthDocument() {}

    static String document(Simulation simulation) {
        SimulationParameters parameters = simulation.parameters();
        return new JsonText()
                .put("seed", parameters.seed())
                .put("bots", parameters.bots())
                .put("days", parameters.days())
                .put("from", parameters.from())
                .put("interval", parameters.interval())
                .put("meanRegime", parameters.meanRegime())
                .put("fleet", simulation.bots().stream().map(TruthDocument::bot).toList())
                .put("components", components())
                .put("markets", simulation.markets().stream().map(TruthDocument::market).toList())
                .text();
    }

    private static JsonText bot(SimulatedBot bot) {
        BotPlan plan = bot.plan();
        JsonText text =
                new JsonText()
                        .put("bot", plan.name())
                        .put("file", Simulation.file(plan))
                        .put("kind", plan.kind())
                        .put("symbol", plan.instrument().symbol());
        plan.twin().ifPresent(twin -> text.put("duplicateOf", twin));
        text.put("closed", bot.closed().size())
                .put("open", bot.trades().size() - bot.closed().size())
                .put("wins", bot.wins())
                .put("winsBeforeCosts", bot.hits())
                .put("winRate", winRate(bot));
        if (bot.kind() != BotKind.NEVER_CLOSER) {
            text.put(
                    "payoff",
                    new JsonText()
                            .put("meanWinR", rounded(plan.payoff().meanWin()))
                            .put("meanLossR", rounded(plan.payoff().meanLoss())));
        }
        text.put("edgeR", rounded(bot.edge()))
                .put("costR", rounded(bot.mean(SimulatedTrade::costR)))
                .put("edgeAfterCostsR", rounded(bot.edge() - bot.mean(SimulatedTrade::costR)))
                .put("recordMeanR", rounded(bot.mean(trade -> trade.grossR() - trade.costR())))
                .put("costsInFile", plan.statesCosts());
        plan.saying().ifPresent(saying -> text.put("confidence", confidence(bot, saying)));
        return text.put("shouldConclude", plan.conclusion());
    }

    private static JsonText winRate(SimulatedBot bot) {
        return switch (bot.plan().skill()) {
            case Skill.Constant(double rate) -> new JsonText().put("always", rate);
            case Skill.Turning(double before, double after, int turn) ->
                    new JsonText()
                            .put("before", before)
                            .put("after", after)
                            .put("turnsAfterTrade", turn);
            case Skill.Gradual(double first, double last, int over) ->
                    new JsonText().put("first", first).put("last", last).put("overTrades", over);
            case Skill.ByRegime(Map<Regime, Double> rates) -> {
                JsonText text = new JsonText();
                for (Regime regime : Regime.values()) {
                    text.put(regime.name(), rates.getOrDefault(regime, 0.5));
                }
                yield text.put("now", rounded(bot.rateNow()));
            }
        };
    }

    private static JsonText confidence(SimulatedBot bot, Saying saying) {
        double stated = bot.mean(trade -> saying.confidence(trade.chance()));
        return new JsonText()
                .put("slope", saying.slope())
                .put("bias", saying.bias())
                .put("meanStated", rounded(stated))
                .put("meanTrue", rounded(bot.mean(SimulatedTrade::chance)));
    }

    private static List<JsonText> components() {
        List<JsonText> list = new ArrayList<>();
        Components.ACCURACY.forEach(
                (name, accuracy) ->
                        list.add(
                                new JsonText()
                                        .put("component", name)
                                        .put("callIsRight", accuracy)
                                        .put("callsMade", Components.CALLS)
                                        .put("trulyGood", accuracy > 0.5)));
        return list;
    }

    private static JsonText market(Market market) {
        Map<Regime, Integer> candles = new EnumMap<>(Regime.class);
        market.candles().forEach(candle -> candles.merge(candle.regime(), 1, Integer::sum));
        JsonText shares = new JsonText();
        for (Regime regime : Regime.values()) {
            shares.put(
                    regime.name(),
                    rounded((double) candles.getOrDefault(regime, 0) / Math.max(1, market.size())));
        }
        return new JsonText()
                .put("symbol", market.instrument().symbol())
                .put("file", Simulation.file(market))
                .put("bars", market.size())
                .put("shares", shares)
                .put(
                        "regimes",
                        market.spells().stream()
                                .map(
                                        spell ->
                                                new JsonText()
                                                        .put("from", spell.from())
                                                        .put("regime", spell.regime())
                                                        .put("bars", spell.candles()))
                                .toList());
    }

    private static double rounded(double value) {
        double thousands = StrictMath.rint(value * 10_000) / 10_000;
        return thousands == 0 ? 0 : thousands;
    }
}
