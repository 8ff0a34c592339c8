package credence.lab;

import credence.core.fact.Prediction;
import credence.core.fact.TradeRecord;
import credence.core.value.BotId;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A bot with its record and the truth about it.
public record SimulatedBot(BotPlan plan, List<SimulatedTrade> trades) {

    public SimulatedBot {
        trades = List.copyOf(trades);
    }

    /// The same trades under another name, as a second export of one bot would show them.
    SimulatedBot copiedTo(BotPlan other) {
        BotId name = new BotId(other.name());
        return new SimulatedBot(
                other,
                trades.stream()
                        .map(
                                trade ->
                                        trade.under(
                                                name,
                                                trade.id().replace(plan.name(), other.name())))
                        .toList());
    }

    public BotId bot() {
        return new BotId(plan.name());
    }

    public BotKind kind() {
        return plan.kind();
    }

    public List<TradeRecord> rows() {
        return trades.stream().map(SimulatedTrade::row).toList();
    }

    public List<Prediction> predictions() {
        return trades.stream().map(SimulatedTrade::prediction).flatMap(Optional::stream).toList();
    }

    List<SimulatedTrade> closed() {
        return trades.stream().filter(trade -> !trade.row().isOpen()).toList();
    }

    /// Closed trades with a result above zero before costs: what the drawn outcome was.
    int hits() {
        return (int) closed().stream().filter(trade -> trade.grossR() > 0).count();
    }

    /// Wins as the files state them: net above zero.
    int wins() {
        return (int)
                rows().stream()
                        .flatMap(row -> row.exit().stream())
                        .flatMap(exit -> exit.netPnl().stream())
                        .filter(net -> net.signum() > 0)
                        .count();
    }

    /// Mean over all trades, open ones by their mark; 0 without trades.
    double mean(ToDoubleFunction<SimulatedTrade> of) {
        return trades.stream().mapToDouble(of).average().orElse(0);
    }

    /// Expected result of a next trade before costs, in R; for a never-closer what its record comes to with its marks.
    double edge() {
        if (kind() == BotKind.NEVER_CLOSER) {
            return mean(SimulatedTrade::grossR);
        }
        return plan.payoff().expected(rateNow());
    }

    /// True win rate of a next trade; regimes taken as often as they came in its trades.
    double rateNow() {
        return trades.stream()
                .mapToDouble(trade -> plan.skill().winRate(trades.size(), trade.regime()))
                .average()
                .orElseGet(() -> plan.skill().winRate(0, Regime.NEUTRAL));
    }
}
