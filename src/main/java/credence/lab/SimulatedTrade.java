package credence.lab;

import credence.core.fact.Prediction;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.value.BotId;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A row with what only its maker knows.
///
/// @param chance true chance to win that it had
/// @param regime true regime at entry
/// @param risk money at risk at entry, also where the row states no stop
/// @param grossR result before costs in units of the risk, by the mark where it is open
/// @param costR costs that it truly had, in units of the risk, also where the file is silent about them
public record SimulatedTrade(
        TradeRecord row,
        Optional<Prediction> prediction,
        double chance,
        Regime regime,
        BigDecimal risk,
        double grossR,
        double costR) {

    /// Number of the trade within its bot, as its file states it.
    String id() {
        return row.extras().getOrDefault(ID, "");
    }

    /// The same trade of another bot; predictions stay with the original.
    SimulatedTrade under(BotId other, String id) {
        TradeRecord copy =
                new TradeRecord(
                        RowKey.ofNativeId("trade", row.account().name(), other.name(), id),
                        row.sequence(),
                        row.account(),
                        other,
                        row.symbol(),
                        row.direction(),
                        row.quantity(),
                        row.entryTime(),
                        row.entryPrice(),
                        row.exit(),
                        row.mark(),
                        row.multiplier(),
                        row.currency(),
                        row.stop(),
                        row.takeProfit(),
                        row.source(),
                        row.call(),
                        new TreeMap<>(Map.of(ID, id)));
        return new SimulatedTrade(copy, Optional.empty(), chance, regime, risk, grossR, costR);
    }

    static final String ID = "id";
}
