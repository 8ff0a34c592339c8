package credence.lab;

import credence.core.fact.Fact;
import credence.core.fact.TradeRecord;
import credence.core.value.BotId;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// A fleet in memory with its truth, ready to be folded; made without a market, in units of R.
///
/// @param end moment at which everything is known
public record Scenario(
        String name, long seed, Instant end, List<TradeRecord> rows, List<BotTruth> truth) {

    public Scenario {
        rows = List.copyOf(rows);
        truth = List.copyOf(truth);
    }

    /// All facts that the rows state, in fold order.
    public List<Fact> facts() {
        return rows.stream()
                .flatMap(row -> row.facts().stream())
                .sorted(Comparator.comparing(Fact::order))
                .toList();
    }

    public List<TradeRecord> rowsOf(BotId bot) {
        return rows.stream().filter(row -> row.bot().equals(bot)).toList();
    }

    /// @throws IllegalArgumentException when the scenario has no bot of that kind, or several
    public BotTruth only(BotKind kind) {
        List<BotTruth> some = truth.stream().filter(bot -> bot.kind() == kind).toList();
        if (some.size() != 1) {
            throw new IllegalArgumentException(some.size() + " bots are " + kind + " in " + name);
        }
        return some.getFirst();
    }
}
