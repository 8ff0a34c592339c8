package credence.lab;

import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.Prediction;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.random.Draws;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes down what a bot did as the rows that its export would hold: exact prices, quantities, costs, MAE and MFE.
final class TradeBook {

    /// A trade as it is opened, at the open of a candle.
    ///
    /// @param trade its number, first 0
    /// @param risk distance of the stop in ticks
    /// @param chance true chance to win
    /// @param won whether the direction is the one that pays
    record Entry(
            int trade, int candle, Direction direction, long risk, double chance, boolean won) {}

    /// How a trade ends.
    ///
    /// @param result in ticks, signed
    record End(int candle, long result, ExitReason reason) {}

    private final BotPlan plan;
    private final Market market;
    private final Instrument instrument;
    private final Draws seconds;
    private final Draws components;

    TradeBook(BotPlan plan, Market market, long seed) {
        this.plan = plan;
        this.market = market;
        this.instrument = plan.instrument();
        this.seconds = Draws.of(seed, "lab.bot." + plan.name()).at("second");
        this.components = Draws.of(seed, "lab.components." + plan.name());
    }

    /// @param end empty while the trade is open at the end of the data
    SimulatedTrade enter(Entry entry, Optional<End> end) {
        Candle candle = market.candle(entry.candle);
        long price = candle.open();
        BigDecimal quantity = instrument.quantity(plan.risk(), entry.risk);
        BigDecimal risk = instrument.money(entry.risk, quantity);
        long result =
                end.map(End::result)
                        .orElseGet(
                                () ->
                                        (market.candle(market.size() - 1).close() - price)
                                                * entry.direction.sign());
        BigDecimal costs =
                instrument
                        .costs(price, quantity)
                        .add(instrument.costs(price + result * entry.direction.sign(), quantity));
        boolean keepsStop = plan.kind() != BotKind.NEVER_CLOSER;
        Optional<Price> stop =
                keepsStop ? Optional.of(level(price, entry, -entry.risk)) : Optional.empty();
        Optional<Price> target =
                plan.payoff() instanceof Payoff.Barriers(double r)
                        ? Optional.of(level(price, entry, BotSimulation.ticks(r, entry.risk)))
                        : Optional.empty();
        String id = plan.name() + '-' + number(entry.trade + 1);
        TradeRecord row =
                new TradeRecord(
                        RowKey.ofNativeId("trade", plan.account(), plan.name(), id),
                        entry.trade + 1,
                        new AccountId(plan.account()),
                        new BotId(plan.name()),
                        instrument.symbol(),
                        entry.direction,
                        new Quantity(quantity),
                        candle.time(),
                        new Price(instrument.price(price)),
                        end.map(e -> exit(entry, e, quantity, costs)),
                        end.isPresent()
                                ? Optional.empty()
                                : Optional.of(
                                        new TradeRecord.Mark(
                                                market.end(),
                                                level(price, entry, result),
                                                Optional.empty())),
                        instrument.multiplier(),
                        instrument.currency(),
                        stop,
                        target,
                        SourceClass.LIVE,
                        CallDetails.NONE,
                        new TreeMap<>(Map.of(SimulatedTrade.ID, id)));
        return new SimulatedTrade(
                row,
                plan.saying().map(saying -> prediction(entry, row, saying, id)),
                entry.chance,
                candle.regime(),
                risk,
                (double) result / entry.risk,
                costs.doubleValue() / risk.doubleValue());
    }

    private Price level(long price, Entry entry, long favourableTicks) {
        return new Price(instrument.price(price + favourableTicks * entry.direction.sign()));
    }

    private TradeRecord.Exit exit(Entry entry, End end, BigDecimal quantity, BigDecimal costs) {
        long price = market.candle(entry.candle).open();
        long best = 0;
        long worst = 0;
        for (int i = entry.candle; i <= end.candle; i++) {
            Candle candle = market.candle(i);
            long up = candle.high() - price;
            long down = price - candle.low();
            best = Math.max(best, entry.direction == Direction.LONG ? up : down);
            worst = Math.max(worst, entry.direction == Direction.LONG ? down : up);
        }
        // The trade was over when it reached its end: the rest of the last candle is not its own.
        best = end.result > 0 ? end.result : best;
        worst = end.result < 0 ? -end.result : worst;
        BigDecimal gross = instrument.money(end.result, quantity);
        Instant open = market.candle(end.candle).time();
        int interval = (int) market.interval().toSeconds() - 1;
        return new TradeRecord.Exit(
                open.plusSeconds(1 + seconds.below(interval, entry.trade)),
                level(price, entry, end.result),
                plan.statesCosts() ? Optional.of(costs) : Optional.empty(),
                Optional.of(cents(plan.statesCosts() ? gross.subtract(costs) : gross)),
                Optional.of(cents(instrument.money(worst, quantity))),
                Optional.of(cents(instrument.money(best, quantity))),
                end.reason);
    }

    /// Without the zeros that a product of decimals collects.
    private static BigDecimal cents(BigDecimal money) {
        BigDecimal stripped = money.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }

    private Prediction prediction(Entry entry, TradeRecord row, Saying saying, String id) {
        Direction right = entry.won ? entry.direction : BotSimulation.opposite(entry.direction);
        SortedMap<String, Double> scores = Components.scores(components, entry.trade, right);
        CallDetails none = CallDetails.NONE;
        return new Prediction(
                RowKey.ofNativeId("prediction", "", plan.name(), id),
                entry.trade + 1,
                row.entryTime(),
                row.bot(),
                row.symbol(),
                row.direction(),
                Optional.of(row.entryPrice()),
                row.takeProfit(),
                row.stop(),
                Optional.of(id),
                row.source(),
                new CallDetails(
                        OptionalDouble.of(saying.confidence(entry.chance)),
                        none.pattern(),
                        none.timeframe(),
                        none.leverage(),
                        none.version(),
                        none.variant(),
                        none.reasoning(),
                        scores,
                        none.indicators(),
                        none.heads()),
                new TreeMap<>());
    }

    private static String number(int trade) {
        String digits = Integer.toString(trade);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
