package credence.lab;

import credence.core.fact.CallDetails;
import credence.core.fact.ExitReason;
import credence.core.fact.RowKey;
import credence.core.fact.TradeRecord;
import credence.core.random.DrawSequence;
import credence.core.random.Draws;
import credence.core.value.AccountId;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.Direction;
import credence.core.value.Price;
import credence.core.value.Quantity;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The fleets on which learning is measured.
///
/// Every trade is long one unit from 100 with the stop at 99, so its money is its R exactly; costs are stated, and zero.
/// A bot trades every six hours and all end together, so none is old; each has seconds of its own, so equal results do not
/// make two bots duplicates.
public final class Scenarios {

    /// Win rates of ordinary bots are normal with this mean and standard deviation.
    public static final double FLEET_MEAN = 0.50;

    public static final double FLEET_SD = 0.05;

    /// Trades of ordinary bots: 8 to 600, evenly on a log scale.
    public static final int LEAST_TRADES = 8;

    public static final int MOST_TRADES = 600;

    /// The turning bot turns after so many trades…
    public static final int TURN = 300;

    /// …and makes so many more.
    public static final int TRADES_AFTER_TURN = 120;

    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration PACE = Duration.ofHours(6);
    private static final Duration HOLD = Duration.ofHours(3);
    private static final BigDecimal ENTRY = new BigDecimal("100");
    private static final Symbol SYMBOL = Symbol.of("LAB");

    private final String name;
    private final long seed;
    private final Draws draws;
    private final List<TradeRecord> rows = new ArrayList<>();
    private final List<BotTruth> truth = new ArrayList<>();

    private Scenarios(String name, long seed) {
        this.name = name;
        this.seed = seed;
        this.draws = Draws.of(seed, "lab.scenario." + name);
    }

    /// Independent bots of ±1 R whose true win rates are normal around one half.
    public static Scenario fleet(long seed, int bots) {
        Scenarios scenario = new Scenarios("fleet", seed);
        scenario.ordinary(bots);
        return scenario.made();
    }

    /// The same with no skill anywhere.
    public static Scenario nullFleet(long seed, int bots) {
        Scenarios scenario = new Scenarios("null", seed);
        for (int i = 0; i < bots; i++) {
            scenario.constant("null-" + i, scenario.length(i), 0.5);
        }
        return scenario.made();
    }

    /// A bot of ±1 R that wins 65 % up to trade 300 and 40 % from then on, 120 more trades.
    ///
    /// @param companions ordinary bots beside it, from which a population may be learned
    public static Scenario turning(long seed, int companions) {
        Scenarios scenario = new Scenarios("turning", seed);
        scenario.ordinary(companions);
        scenario.plain(
                "turning",
                BotKind.DECAYING,
                TURN + TRADES_AFTER_TURN,
                new Skill.Turning(0.65, 0.40, TURN),
                new Payoff.Barriers(1));
        return scenario.made();
    }

    /// A bot that closes 92 % of its trades at +½ R and keeps the others open, marked at the end at −½ R and an exponential
    /// loss of mean 10 R more; beside it the honest even bot.
    public static Scenario neverCloser(long seed, int companions) {
        Scenarios scenario = new Scenarios("never-closer", seed);
        scenario.ordinary(companions);
        scenario.even();
        scenario.keepsLosers();
        return scenario.made();
    }

    /// A bot that wins 2 % of an R in 95 of 100 trades and loses 1 R in the others; beside it the honest even bot.
    public static Scenario highWinRateLoser(long seed, int companions) {
        Scenarios scenario = new Scenarios("high-win-rate-loser", seed);
        scenario.ordinary(companions);
        scenario.even();
        scenario.plain(
                "wins-often",
                BotKind.HIGH_WIN_RATE_LOSER,
                600,
                new Skill.Constant(0.95),
                new Payoff.Barriers(0.02));
        return scenario.made();
    }

    /// Name of the honest even bot: 300 trades of ±1 R, won half the time.
    public static final BotId EVEN = new BotId("even");

    private Scenario made() {
        return new Scenario(name, seed, END, rows, truth);
    }

    private void even() {
        constant(EVEN.name(), 300, 0.5);
    }

    private void ordinary(int bots) {
        Draws rates = draws.at("rate");
        for (int i = 0; i < bots; i++) {
            double rate = Math.clamp(FLEET_MEAN + FLEET_SD * rates.normal(i), 0.01, 0.99);
            constant("bot-" + i, length(i), rate);
        }
    }

    private int length(int bot) {
        double logs =
                StrictMath.log((double) MOST_TRADES / LEAST_TRADES)
                        * draws.at("length").uniform(bot);
        return (int) StrictMath.round(LEAST_TRADES * StrictMath.exp(logs));
    }

    private void constant(String bot, int trades, double rate) {
        plain(bot, BotKind.CONSTANT, trades, new Skill.Constant(rate), new Payoff.Barriers(1));
    }

    private void plain(String bot, BotKind kind, int trades, Skill skill, Payoff.Barriers payoff) {
        Draws own = draws.at("bot " + bot);
        for (int i = 0; i < trades; i++) {
            boolean won = own.uniform(i) < skill.winRate(i, Regime.NEUTRAL);
            double r = won ? payoff.target() : -1;
            add(bot, i, trades, closed(opened(i, trades), r));
        }
        double rate = skill.winRate(trades, Regime.NEUTRAL);
        truth.add(new BotTruth(new BotId(bot), kind, rate, payoff.expected(rate)));
    }

    private void keepsLosers() {
        String bot = "never-closes";
        int trades = 300;
        double closes = 0.92;
        double gain = 0.5;
        double excess = 10;
        DrawSequence own = draws.at("bot " + bot).inOrder();
        for (int i = 0; i < trades; i++) {
            double loss = gain + own.exponential(excess);
            add(
                    bot,
                    i,
                    trades,
                    own.happens(closes)
                            ? closed(opened(i, trades), gain)
                            : new Result(Optional.empty(), -loss));
        }
        double edge = closes * gain - (1 - closes) * (gain + excess);
        truth.add(new BotTruth(new BotId(bot), BotKind.NEVER_CLOSER, closes, edge));
    }

    /// @param closed moment of the exit; empty while open
    private record Result(Optional<Instant> closed, double r) {}

    private static Result closed(Instant opened, double r) {
        return new Result(Optional.of(opened.plus(HOLD)), r);
    }

    /// Opening of a bot's trade before its own seconds are added: the last one closes within the last pace.
    private static Instant opened(int trade, int trades) {
        return END.minus(PACE.multipliedBy((long) trades - trade));
    }

    private void add(String bot, int trade, int trades, Result result) {
        Duration own = Duration.ofSeconds(1 + 7L * truth.size());
        Price price =
                new Price(
                        ENTRY.add(
                                BigDecimal.valueOf(result.r).setScale(4, RoundingMode.HALF_EVEN)));
        BigDecimal net = price.value().subtract(ENTRY);
        Optional<TradeRecord.Exit> exit =
                result.closed.map(
                        time ->
                                new TradeRecord.Exit(
                                        time.plus(own),
                                        price,
                                        Optional.of(BigDecimal.ZERO),
                                        Optional.of(net),
                                        Optional.empty(),
                                        Optional.empty(),
                                        net.signum() > 0 ? ExitReason.TP : ExitReason.SL));
        Optional<TradeRecord.Mark> mark =
                result.closed.isPresent()
                        ? Optional.empty()
                        : Optional.of(new TradeRecord.Mark(END, price, Optional.of(net)));
        rows.add(
                new TradeRecord(
                        RowKey.ofNativeId("trade", "lab", bot, Integer.toString(trade + 1)),
                        trade + 1,
                        new AccountId("lab"),
                        new BotId(bot),
                        SYMBOL,
                        Direction.LONG,
                        Quantity.of("1"),
                        opened(trade, trades).plus(own),
                        new Price(ENTRY),
                        exit,
                        mark,
                        BigDecimal.ONE,
                        CurrencyCode.USD,
                        Optional.of(Price.of("99")),
                        Optional.empty(),
                        SourceClass.LIVE,
                        CallDetails.NONE,
                        new TreeMap<>()));
    }
}
