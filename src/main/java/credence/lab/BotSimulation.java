package credence.lab;

import credence.core.fact.ExitReason;
import credence.core.random.Draws;
import credence.core.value.Direction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes the record of one bot on a market.
///
/// The result of a trade is drawn first, by the bot's true skill, and then a place in the market is sought where it comes about:
/// from the trade's own random moment on, the first candle at whose open going long or short reaches the wanted level
/// before the other. So the win rate is exactly the stated one and every price is one of the bars; what the bot "knew" is
/// which way to go. Places where bars cannot tell the order of prices are passed over.
final class BotSimulation {

    /// Candles over which a place for a trade is sought before the trade is given up.
    private static final int SEARCH = 4000;

    private final BotPlan plan;
    private final Market market;
    private final TradeBook book;
    private final Draws outcomes;
    private final Draws chances;
    private final Draws levels;
    private final Draws moments;
    private final Draws sides;
    private final List<SimulatedTrade> made = new ArrayList<>();

    private BotSimulation(BotPlan plan, Market market, long seed) {
        this.plan = plan;
        this.market = market;
        this.book = new TradeBook(plan, market, seed);
        Draws draws = Draws.of(seed, "lab.bot." + plan.name());
        this.chances = draws.at("chance");
        this.levels = draws.at("level");
        this.moments = draws.at("moment");
        this.sides = draws.at("side");
        this.outcomes = plan.shown() > 0 ? chosen(draws) : draws.at("outcome");
    }

    static SimulatedBot simulate(BotPlan plan, Market market, long seed) {
        BotSimulation simulation = new BotSimulation(plan, market, seed);
        if (plan.kind() == BotKind.NEVER_CLOSER) {
            simulation.neverClosing();
        } else {
            simulation.closing();
        }
        return new SimulatedBot(plan, simulation.made);
    }

    /// Luck: of the records that chance might have made, the first that looks good enough.
    private Draws chosen(Draws draws) {
        for (int attempt = 0; ; attempt++) {
            Draws some = draws.at("outcome " + attempt);
            int wins = 0;
            for (int i = 0; i < plan.trades(); i++) {
                if (some.uniform(i) < chance(i, Regime.NEUTRAL)) {
                    wins++;
                }
            }
            if (wins >= plan.shown() * plan.trades()) {
                return some;
            }
        }
    }

    private double chance(int trade, Regime regime) {
        double offset = plan.spread() * (2 * chances.uniform(trade) - 1);
        return Math.clamp(plan.skill().winRate(trade, regime) + offset, 0.01, 0.99);
    }

    /// Candles at which the bot looks for its trades, in order.
    private int[] moments() {
        int first = Math.max(Market.warmUp(), (int) (plan.start() * market.size()));
        int[] candles = new int[market.size() > first ? plan.trades() : 0];
        for (int i = 0; i < candles.length; i++) {
            candles[i] = first + (int) (moments.uniform(i) * (market.size() - first));
        }
        Arrays.sort(candles);
        return candles;
    }

    private void closing() {
        int free = 0;
        for (int moment : moments()) {
            int at = seek(Math.max(moment, free));
            if (at < 0) {
                return;
            }
            free = at + 1;
        }
    }

    /// Finds a place for the next trade.
    ///
    /// @return the candle at which it ended, or −1 when there is no more to come
    private int seek(int from) {
        int trade = made.size();
        double level = levels.uniform(trade);
        for (int at = from; at < Math.min(market.size(), from + SEARCH); at++) {
            Regime regime = market.candle(at).regime();
            double chance = chance(trade, regime);
            boolean won = outcomes.uniform(trade) < chance;
            long risk = risk(at);
            long gain = ticks(won ? plan.payoff().win(level) : plan.payoff().win(1), risk);
            long loss = won ? risk : ticks(plan.payoff().loss(level), risk);
            Direction first = sides.happens(0.5, trade) ? Direction.LONG : Direction.SHORT;
            for (Direction direction : List.of(first, opposite(first))) {
                Touch touch = touch(at, direction, gain, loss);
                if (touch.side() == Touch.Side.NEITHER && direction == first) {
                    add(
                            new TradeBook.Entry(trade, at, direction, risk, chance, won),
                            Optional.empty());
                    return -1;
                }
                if (touch.clear() && favourable(touch, direction) == won) {
                    TradeBook.Entry entry =
                            new TradeBook.Entry(trade, at, direction, risk, chance, won);
                    add(
                            entry,
                            Optional.of(
                                    new TradeBook.End(
                                            touch.candle(),
                                            won ? gain : -loss,
                                            reason(won, loss < risk))));
                    return touch.candle();
                }
            }
        }
        return -1;
    }

    private ExitReason reason(boolean won, boolean cut) {
        if (won) {
            return plan.payoff() instanceof Payoff.Barriers ? ExitReason.TP : ExitReason.SIGNAL;
        }
        return cut ? ExitReason.SIGNAL : ExitReason.SL;
    }

    /// Takes its profit where the market gives one and never a loss: with the skill's chance the target is reached, else
    /// the trade is entered where it is not reached to the end of the data, and stays open. Trades overlap.
    private void neverClosing() {
        int free = 0;
        for (int moment : moments()) {
            int trade = made.size();
            Direction first = sides.happens(0.5, trade) ? Direction.LONG : Direction.SHORT;
            int from = Math.max(moment, free);
            for (int at = from; at < Math.min(market.size(), from + SEARCH); at++) {
                if (holds(trade, at, first) || holds(trade, at, opposite(first))) {
                    free = at + 1;
                    break;
                }
            }
        }
    }

    private boolean holds(int trade, int at, Direction direction) {
        double chance = chance(trade, market.candle(at).regime());
        boolean won = outcomes.uniform(trade) < chance;
        long risk = risk(at);
        long gain = ticks(plan.payoff().win(levels.uniform(trade)), risk);
        Touch target = touch(at, direction, gain, Long.MAX_VALUE / 4);
        if (target.side() == Touch.Side.UNCLEAR || target.clear() != won) {
            return false;
        }
        add(
                new TradeBook.Entry(trade, at, direction, risk, chance, won),
                won
                        ? Optional.of(new TradeBook.End(target.candle(), gain, ExitReason.TP))
                        : Optional.empty());
        return true;
    }

    private long risk(int at) {
        return Math.max(5, StrictMath.round(plan.stopRanges() * market.averageTrueRange(at)));
    }

    static long ticks(double r, long risk) {
        return Math.max(1, StrictMath.round(r * risk));
    }

    private Touch touch(int at, Direction direction, long gain, long loss) {
        long open = market.candle(at).open();
        return direction == Direction.LONG
                ? Touch.first(market, at, open + gain, open - loss)
                : Touch.first(market, at, open + loss, open - gain);
    }

    private static boolean favourable(Touch touch, Direction direction) {
        return (touch.side() == Touch.Side.UP) == (direction == Direction.LONG);
    }

    static Direction opposite(Direction direction) {
        return direction == Direction.LONG ? Direction.SHORT : Direction.LONG;
    }

    private void add(TradeBook.Entry entry, Optional<TradeBook.End> end) {
        made.add(book.enter(entry, end));
    }
}
