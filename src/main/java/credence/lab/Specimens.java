package credence.lab;

import credence.core.random.DrawSequence;
import credence.core.random.Draws;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The fleet of a simulation: twelve specimens, each of which teaches something, then as many ordinary bots as are asked for.
///
/// Numbers of trades are those of two years and shrink with the time simulated; what happens at a trade moves along.
final class Specimens {

    private static final int FULL_DAYS = 730;

    private static final List<String> FIRST =
            List.of(
                    "amber", "basalt", "cedar", "delta", "ember", "fjord", "granite", "heron",
                    "indigo", "juniper", "krill", "lumen", "mistral", "nimbus", "osprey", "pike",
                    "quartz", "raven", "sable", "tundra", "umbra", "vesper", "willow", "yarrow");

    private static final List<String> STYLE =
            List.of(
                    "breakout",
                    "pullback",
                    "momentum",
                    "reversal",
                    "trend",
                    "range",
                    "carry",
                    "swing");

    private final SimulationParameters parameters;

    private Specimens(SimulationParameters parameters) {
        this.parameters = parameters;
    }

    static List<BotPlan> of(SimulationParameters parameters) {
        Specimens specimens = new Specimens(parameters);
        List<BotPlan> plans = new ArrayList<>(specimens.twelve());
        for (int i = plans.size(); i < parameters.bots(); i++) {
            plans.add(specimens.ordinary(i));
        }
        return plans.subList(0, parameters.bots());
    }

    private int trades(int inTwoYears) {
        return Math.max(
                3, (int) StrictMath.round((double) inTwoYears * parameters.days() / FULL_DAYS));
    }

    private List<BotPlan> twelve() {
        BotPlan anvil =
                BotPlan.of(
                                "anvil-btc-breakout",
                                BotKind.CONSTANT,
                                Instrument.BTCUSDT,
                                trades(420),
                                new Skill.Constant(0.36),
                                new Payoff.Barriers(2))
                        .withoutCostColumn()
                        .concluding(
                                "UNDECIDED: what is left after assumed costs is too small to tell"
                                    + " in 420 trades; one of two names of the same trades, so the"
                                    + " pair counts once and shares one weight");
        return List.of(
                BotPlan.of(
                                "harbor-es-opening",
                                BotKind.CONSTANT,
                                Instrument.ES,
                                trades(650),
                                new Skill.Constant(0.50),
                                new Payoff.Spread(0.6, 2.2, 0.3))
                        .risking("1500")
                        .saying(Saying.CALIBRATED, 0.12)
                        .concluding(
                                "CLEARLY GOOD although it wins only half its trades: winners are"
                                        + " larger than losers"),
                BotPlan.of(
                                "sparrow-eth-pullback",
                                BotKind.CONSTANT,
                                Instrument.ETHUSDT,
                                trades(38),
                                new Skill.Constant(0.62),
                                new Payoff.Barriers(1.2))
                        .startingAt(0.93)
                        .saying(Saying.CALIBRATED, 0.10)
                        .concluding(
                                "truly good but young: a good mean with a wide interval, not yet"
                                        + " CLEARLY GOOD"),
                BotPlan.of(
                                "meridian-btc-momentum",
                                BotKind.DECAYING,
                                Instrument.BTCUSDT,
                                trades(520),
                                new Skill.Turning(0.65, 0.40, trades(300)),
                                new Payoff.Barriers(1))
                        .saying(new Saying(0, 0.18), 0.08)
                        .concluding(
                                "was good, is not any more: a seam soon after trade 300, accuracy"
                                    + " now below one half, and a confidence of 68 % that stopped"
                                    + " being true"),
                BotPlan.of(
                                "loom-mnq-adaptive",
                                BotKind.IMPROVING,
                                Instrument.MNQ,
                                trades(600),
                                new Skill.Gradual(0.42, 0.60, trades(450)),
                                new Payoff.Barriers(1))
                        .saying(new Saying(1, 0), 0.08)
                        .concluding(
                                "better lately than its whole record says: recent accuracy above"
                                        + " the raw win rate"),
                BotPlan.of(
                                "comet-eth-news",
                                BotKind.LUCKY,
                                Instrument.ETHUSDT,
                                trades(45),
                                new Skill.Constant(0.48),
                                new Payoff.Barriers(1))
                        .startingAt(0.86)
                        .showing(0.64)
                        .withoutCostColumn()
                        .saying(new Saying(2, 0.22), 0.05)
                        .concluding(
                                "looks as good as the young good bot and is not: short record,"
                                        + " shrunk towards the fleet, not CLEARLY GOOD"),
                BotPlan.of(
                                "patience-btc-grid",
                                BotKind.NEVER_CLOSER,
                                Instrument.BTCUSDT,
                                trades(260),
                                new Skill.Constant(0.94),
                                new Payoff.Barriers(0.4))
                        .concluding(
                                "HIDES OPEN LOSS: every closed trade is a win, and what it keeps"
                                        + " open costs more than all of them; near the bottom"),
                BotPlan.of(
                                "penny-eth-scalper",
                                BotKind.HIGH_WIN_RATE_LOSER,
                                Instrument.ETHUSDT,
                                trades(900),
                                new Skill.Constant(0.95),
                                new Payoff.Barriers(0.05))
                        .withStop(5)
                        .risking("400")
                        .concluding(
                                "CLEARLY BAD with about 95 % wins before costs: a loss eats twenty"
                                        + " wins, and costs the rest; near the bottom"),
                anvil,
                anvil.copiedAs(
                        "forge-btc-breakout",
                        "exact duplicate of anvil-btc-breakout: identical belief, one duplicate"
                                + " class, one share of weight for both"),
                BotPlan.of(
                                "drift-mnq-reversal",
                                BotKind.CONSTANT,
                                Instrument.MNQ,
                                trades(550),
                                new Skill.Constant(0.41),
                                new Payoff.Barriers(1))
                        .saying(new Saying(1, 0.20), 0.05)
                        .concluding("CLEARLY BAD: a steady loser that says 61 % and wins 41 %"),
                BotPlan.of(
                                "plumb-es-meanrev",
                                BotKind.CONSTANT,
                                Instrument.ES,
                                trades(400),
                                new Skill.Constant(0.50),
                                new Payoff.Barriers(1))
                        .risking("1500")
                        .concluding(
                                "UNDECIDED: an honest even bot; above the hidden losers, below the"
                                        + " good ones"),
                BotPlan.of(
                                "seasons-eth-trend",
                                BotKind.REGIME_DEPENDENT,
                                Instrument.ETHUSDT,
                                trades(600),
                                new Skill.ByRegime(byRegime()),
                                new Payoff.Barriers(1))
                        .withoutCostColumn()
                        .saying(new Saying(1, 0), 0.05)
                        .concluding(
                                "nothing overall, good in trends and bad in ranges: only beliefs"
                                        + " per regime can show it"));
    }

    private static Map<Regime, Double> byRegime() {
        Map<Regime, Double> rates = new EnumMap<>(Regime.class);
        rates.put(Regime.TRENDING, 0.70);
        rates.put(Regime.VOLATILE, 0.48);
        rates.put(Regime.RANGING, 0.38);
        rates.put(Regime.NEUTRAL, 0.50);
        return rates;
    }

    /// A bot like most: win rate normal around one half with sd 0.05, 8 to 600 trades, evenly on a log scale.
    private BotPlan ordinary(int index) {
        DrawSequence draws =
                Draws.of(parameters.seed(), "lab.fleet").at(Integer.toString(index)).inOrder();
        List<Instrument> instruments = instruments();
        Instrument instrument = instruments.get(draws.below(instruments.size()));
        int trades =
                (int)
                        StrictMath.round(
                                8 * StrictMath.exp(draws.uniform() * StrictMath.log(600.0 / 8)));
        double rate = Math.clamp(0.5 + 0.05 * draws.normal(), 0.05, 0.95);
        String symbol =
                instrument.symbol().name().replace("USDT", "").toLowerCase(java.util.Locale.ROOT);
        String name =
                FIRST.get(index % FIRST.size())
                        + '-'
                        + symbol
                        + '-'
                        + STYLE.get(draws.below(STYLE.size()))
                        + '-'
                        + (index + 1);
        BotPlan plan =
                BotPlan.of(
                                name,
                                BotKind.CONSTANT,
                                instrument,
                                trades(trades),
                                new Skill.Constant(rate),
                                new Payoff.Barriers(1))
                        .risking(instrument.equals(Instrument.ES) ? "1500" : "250")
                        .startingAt(Math.max(0, 1 - trades / 600.0) * draws.uniform())
                        .concluding(
                                "an ordinary bot: its truth is beside its record, its record may"
                                        + " say little");
        return draws.happens(0.5)
                ? plan.saying(new Saying(draws.between(0.5, 2), draws.between(-0.05, 0.15)), 0.08)
                : plan;
    }

    static List<Instrument> instruments() {
        return List.of(Instrument.BTCUSDT, Instrument.ETHUSDT, Instrument.ES, Instrument.MNQ);
    }
}
