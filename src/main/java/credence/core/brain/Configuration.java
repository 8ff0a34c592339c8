package credence.core.brain;

import credence.core.belief.BeliefParameters;
import credence.core.fact.Fill;
import credence.core.fact.Prediction;
import credence.core.fact.SourceRow;
import credence.core.fact.TradeRecord;
import credence.core.ledger.MatchingMethod;
import credence.core.value.BotId;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/// What applies to the whole fold (`rules.md` 3): its hash is part of the state.
///
/// @param assumedBpsPerSide cost assumed where a source states none, in basis points of turnover per side, ≥ 0
/// @param weightBase what the advised weight rests on
/// @param matching which open lot a closing fill meets
/// @param seed of the workspace's draws
/// @param symbolAliases canonical name by another canonical name of the same instrument
/// @param botNames name to use by the name a source uses
/// @param multipliers money per point per unit, by symbol, over what a source says
/// @param sources class of evidence by bot, over what a format or an import says
public record Configuration(
        BeliefParameters belief,
        double assumedBpsPerSide,
        WeightBase weightBase,
        MatchingMethod matching,
        long seed,
        SortedMap<Symbol, Symbol> symbolAliases,
        SortedMap<BotId, BotId> botNames,
        SortedMap<Symbol, BigDecimal> multipliers,
        SortedMap<BotId, SourceClass> sources) {

    public static final Configuration DEFAULT =
            new Configuration(
                    BeliefParameters.DEFAULT,
                    5,
                    WeightBase.EDGE,
                    MatchingMethod.FIFO,
                    1,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>());

    public Configuration {
        if (!(assumedBpsPerSide >= 0 && assumedBpsPerSide <= 1000)) {
            throw new IllegalArgumentException("assumed costs must lie in 0…1000 bps per side");
        }
    }

    /// The row as this configuration reads it.
    public SourceRow read(SourceRow row) {
        return switch (row) {
            case TradeRecord t when touches(t.symbol(), t.bot()) ->
                    new TradeRecord(
                            t.key(),
                            t.sequence(),
                            t.account(),
                            bot(t.bot()),
                            symbol(t.symbol()),
                            t.direction(),
                            t.quantity(),
                            t.entryTime(),
                            t.entryPrice(),
                            t.exit(),
                            t.mark(),
                            multiplier(t.symbol(), t.multiplier()),
                            t.currency(),
                            t.stop(),
                            t.takeProfit(),
                            source(t.bot(), t.source()),
                            t.call(),
                            t.extras());
            case Fill f when touches(f.symbol(), f.bot()) ->
                    new Fill(
                            f.key(),
                            f.sequence(),
                            f.time(),
                            f.account(),
                            bot(f.bot()),
                            symbol(f.symbol()),
                            f.side(),
                            f.effect(),
                            f.quantity(),
                            f.price(),
                            f.costs(),
                            f.currency(),
                            multiplier(f.symbol(), f.multiplier()),
                            f.stop(),
                            f.tag(),
                            source(f.bot(), f.source()),
                            f.extras());
            case Prediction p when touches(p.symbol(), p.bot()) ->
                    new Prediction(
                            p.key(),
                            p.sequence(),
                            p.time(),
                            bot(p.bot()),
                            symbol(p.symbol()),
                            p.direction(),
                            p.entry(),
                            p.takeProfit(),
                            p.stopLoss(),
                            p.sourceId(),
                            source(p.bot(), p.source()),
                            p.call(),
                            p.extras());
            default -> row;
        };
    }

    private boolean touches(Symbol symbol, BotId bot) {
        return symbolAliases.containsKey(symbol)
                || multipliers.containsKey(symbol(symbol))
                || botNames.containsKey(bot)
                || sources.containsKey(bot(bot));
    }

    private Symbol symbol(Symbol symbol) {
        return symbolAliases.getOrDefault(symbol, symbol);
    }

    private BotId bot(BotId bot) {
        return botNames.getOrDefault(bot, bot);
    }

    private BigDecimal multiplier(Symbol symbol, BigDecimal stated) {
        return multipliers.getOrDefault(symbol(symbol), stated);
    }

    private SourceClass source(BotId bot, SourceClass stated) {
        return sources.getOrDefault(bot(bot), stated);
    }

    /// The configuration as text, one spelling for equal configurations.
    public String canonical() {
        return belief
                + "|"
                + assumedBpsPerSide
                + "|"
                + weightBase
                + "|"
                + matching
                + "|"
                + seed
                + "|"
                + symbolAliases
                + "|"
                + botNames
                + "|"
                + multipliers
                + "|"
                + sources;
    }

    public String hash() {
        return StateHash.of(canonical().getBytes(StandardCharsets.UTF_8));
    }
}
