package credence.core.brain;

import credence.core.belief.BeliefParameters;
import credence.core.belief.BotBelief;
import credence.core.belief.PopulationPrior.ClassCounts;
import credence.core.belief.RegimeBelief;
import credence.core.belief.RegimeBeliefParameters;
import credence.core.ledger.Trade;
import credence.core.value.BotId;
import credence.core.value.CurrencyCode;
import credence.core.value.SourceClass;
import credence.core.value.Symbol;
import credence.core.value.TimeCodec;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything derived of one bot: its belief, and the counts that no discounting touches.
public final class BotState {

    /// Outcomes that must be known before the mean absolute return is a risk measure: the tenth outcome is the first with an R.
    static final int LEAST_FOR_RELATIVE = 9;

    private static final double LEAST_RISK = 0.0005;

    /// Outcomes that must be known before their holding time counts, and the candles held until then (`learning.md` 1).
    static final int LEAST_FOR_HOLD = 10;

    static final double USUAL_HOLD = 4;
    private static final int TREND = 60;

    private final BotId bot;
    private final BotBelief belief;
    private final RegimeBelief regimes;
    private int trades;
    private int wins;
    private int breakEven;
    private final SortedMap<CurrencyCode, BigDecimal> net = new TreeMap<>();
    private int outcomes;
    private double outcomeWins;
    private int rCount;
    private double rSum;
    private double rSquares;
    private final SortedMap<SourceClass, Integer> bySource = new TreeMap<>();
    private final SortedMap<RiskRung, Integer> byRung = new TreeMap<>();
    private int clamped;
    private int riskless;
    private int resets;
    private long fingerprintHigh;
    private long fingerprintLow;
    private boolean costsSeen;
    private double absoluteReturns;
    private int returns;
    private double perTurnover;
    private double perTurnoverSquares;
    private Duration longestHold = Duration.ZERO;
    private String version = "";
    private @Nullable Instant lastOutcome;
    private @Nullable ClassCounts inPopulation;
    private final Books books = new Books();
    private final HoldingTimes holds = new HoldingTimes();
    private final RecentCalls calls = new RecentCalls();
    private final Deque<Double> trend = new ArrayDeque<>(TREND);

    BotState(BotId bot, BeliefParameters parameters) {
        this(bot, new BotBelief(parameters), new RegimeBelief(perRegime(parameters)));
    }

    private BotState(BotId bot, BotBelief belief, RegimeBelief regimes) {
        this.bot = bot;
        this.belief = belief;
        this.regimes = regimes;
    }

    private static RegimeBeliefParameters perRegime(BeliefParameters parameters) {
        return new RegimeBeliefParameters(
                parameters,
                RegimeBeliefParameters.DEFAULT.strength(),
                RegimeBeliefParameters.DEFAULT.share());
    }

    /// Counts a closed trade. One whose result nobody knows in money is won or lost by its points and in no sum of money.
    void closed(Trade trade, Configuration configuration) {
        trades++;
        if (trade.sign() > 0) {
            wins++;
        } else if (trade.sign() == 0) {
            breakEven++;
        }
        // One spelling, so that a state read back from a snapshot shows what it showed before.
        trade.netPnl()
                .ifPresent(
                        money ->
                                net.merge(
                                        trade.currency(),
                                        Codec.canonical(money),
                                        (sum, one) -> Codec.canonical(sum.add(one))));
        books.closed(trade, configuration);
        costsSeen |= trade.costsStated() || CostEvidence.showsCosts(trade);
        Fingerprint f = Fingerprint.of(trade);
        fingerprintHigh += f.high();
        fingerprintLow += f.low();
    }

    /// Counts an outcome, after the belief has learned from it.
    void learned(Outcome outcome, double edge) {
        outcomes++;
        outcomeWins += outcome.result();
        bySource.merge(outcome.source(), 1, Integer::sum);
        byRung.merge(outcome.rung(), 1, Integer::sum);
        if (outcome.r().isPresent()) {
            double r = outcome.r().getAsDouble();
            double limit = belief.parameters().rClamp();
            if (Math.abs(r) > limit) {
                clamped++;
            }
            double seen = Math.clamp(r, -limit, limit);
            rCount++;
            rSum += seen;
            rSquares += seen * seen;
        }
        absoluteReturns += Math.abs(outcome.returnFraction());
        returns++;
        if (outcome.turnover() > 0) {
            double share = Bounds.of(Bounds.of(outcome.net()) / outcome.turnover());
            perTurnover += share;
            perTurnoverSquares += share * share;
        }
        Duration hold = Duration.between(outcome.opened(), outcome.closed());
        longestHold = hold.compareTo(longestHold) > 0 ? hold : longestHold;
        holds.add(hold);
        lastOutcome = outcome.closed();
        if (trend.size() == TREND) {
            trend.removeFirst();
        }
        trend.addLast(edge);
    }

    void reset() {
        belief.reset();
        regimes.reset();
        resets++;
    }

    void riskless() {
        riskless++;
    }

    void version(String seen) {
        version = seen;
    }

    String version() {
        return version;
    }

    /// Mean absolute return of the outcomes known, at least 5 bp; 0 while too few are known.
    double relativeRisk() {
        return returns < LEAST_FOR_RELATIVE ? 0 : Math.max(LEAST_RISK, absoluteReturns / returns);
    }

    /// Median holding time of the outcomes known, in candles of this length: 4 while fewer than ten are known, at least 1.
    double candlesHeld(Duration candle) {
        return holds.count() < LEAST_FOR_HOLD
                ? USUAL_HOLD
                : Math.max(1, holds.median() / candle.getSeconds());
    }

    /// Counts a prediction or an entry.
    void called(Symbol symbol) {
        calls.add(symbol);
    }

    /// Its last 50 calls, predictions and entries, by symbol.
    public SortedMap<Symbol, Integer> recentCalls() {
        return calls.bySymbol();
    }

    ClassCounts counts(String id) {
        return new ClassCounts(id, outcomes, outcomeWins, rCount, rSum, rSquares);
    }

    /// What this bot stands for in the population of the day: absent while it has too few outcomes, or another member of
    /// its duplicate class stands for both.
    @Nullable ClassCounts inPopulation() {
        return inPopulation;
    }

    void inPopulation(@Nullable ClassCounts counts) {
        inPopulation = counts;
    }

    Fingerprint fingerprint() {
        return new Fingerprint(fingerprintHigh, fingerprintLow);
    }

    public BotId bot() {
        return bot;
    }

    public BotBelief belief() {
        return belief;
    }

    /// Belief in each of the four regimes, by what was known of the market at entry.
    public RegimeBelief regimes() {
        return regimes;
    }

    public int trades() {
        return trades;
    }

    /// Closed trades with net > 0.
    public int wins() {
        return wins;
    }

    /// Closed trades with net = 0.
    public int breakEven() {
        return breakEven;
    }

    public SortedMap<CurrencyCode, BigDecimal> net() {
        return Collections.unmodifiableSortedMap(net);
    }

    /// What its sums of money leave out.
    public Books books() {
        return books;
    }

    public int outcomes() {
        return outcomes;
    }

    public SortedMap<SourceClass, Integer> bySource() {
        return Collections.unmodifiableSortedMap(bySource);
    }

    public SortedMap<RiskRung, Integer> byRung() {
        return Collections.unmodifiableSortedMap(byRung);
    }

    /// Outcomes whose R lay outside of what learners see.
    public int clamped() {
        return clamped;
    }

    /// Outcomes excluded from R because their stop left no risk.
    public int risklessOutcomes() {
        return riskless;
    }

    public int resets() {
        return resets;
    }

    /// Outcomes that have an R; R is summed within the limits that learners see.
    public int rCount() {
        return rCount;
    }

    public double rSum() {
        return rSum;
    }

    public double rSquares() {
        return rSquares;
    }

    /// Whether any trade showed costs; if none did, assumed costs are charged.
    public boolean costsSeen() {
        return costsSeen;
    }

    /// Net result ÷ turnover over outcomes: sum, sum of squares, for the break-even cost.
    public double perTurnover() {
        return perTurnover;
    }

    public double perTurnoverSquares() {
        return perTurnoverSquares;
    }

    public Duration longestHold() {
        return longestHold;
    }

    public @Nullable Instant lastOutcome() {
        return lastOutcome;
    }

    /// Edge belief after the last outcomes, oldest first.
    public java.util.List<Double> trend() {
        return java.util.List.copyOf(trend);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(bot.name());
        belief.write(out);
        regimes.write(out);
        out.writeInt(trades);
        out.writeInt(wins);
        out.writeInt(breakEven);
        out.writeInt(net.size());
        for (var e : net.entrySet()) {
            out.writeUTF(e.getKey().code());
            Codec.decimal(out, e.getValue());
        }
        out.writeInt(outcomes);
        out.writeDouble(outcomeWins);
        out.writeInt(rCount);
        out.writeDouble(rSum);
        out.writeDouble(rSquares);
        for (SourceClass source : SourceClass.values()) {
            out.writeInt(bySource.getOrDefault(source, 0));
        }
        for (RiskRung rung : RiskRung.values()) {
            out.writeInt(byRung.getOrDefault(rung, 0));
        }
        out.writeInt(clamped);
        out.writeInt(riskless);
        out.writeInt(resets);
        out.writeLong(fingerprintHigh);
        out.writeLong(fingerprintLow);
        out.writeBoolean(costsSeen);
        out.writeDouble(absoluteReturns);
        out.writeInt(returns);
        out.writeDouble(perTurnover);
        out.writeDouble(perTurnoverSquares);
        TimeCodec.duration(out, longestHold);
        out.writeUTF(version);
        out.writeBoolean(lastOutcome != null);
        if (lastOutcome != null) {
            TimeCodec.instant(out, lastOutcome);
        }
        out.writeInt(trend.size());
        for (double x : trend) {
            out.writeDouble(x);
        }
        holds.write(out);
        calls.write(out);
    }

    static BotState read(DataInput in, BeliefParameters parameters) throws IOException {
        BotId bot = new BotId(in.readUTF());
        BotState s =
                new BotState(
                        bot,
                        BotBelief.read(in, parameters),
                        RegimeBelief.read(in, perRegime(parameters)));
        s.trades = in.readInt();
        s.wins = in.readInt();
        s.breakEven = in.readInt();
        int currencies = in.readInt();
        for (int i = 0; i < currencies; i++) {
            s.net.put(new CurrencyCode(in.readUTF()), Codec.decimal(in));
        }
        s.outcomes = in.readInt();
        s.outcomeWins = in.readDouble();
        s.rCount = in.readInt();
        s.rSum = in.readDouble();
        s.rSquares = in.readDouble();
        readCounts(in, SourceClass.values(), s.bySource);
        readCounts(in, RiskRung.values(), s.byRung);
        s.clamped = in.readInt();
        s.riskless = in.readInt();
        s.resets = in.readInt();
        s.fingerprintHigh = in.readLong();
        s.fingerprintLow = in.readLong();
        s.costsSeen = in.readBoolean();
        s.absoluteReturns = in.readDouble();
        s.returns = in.readInt();
        s.perTurnover = in.readDouble();
        s.perTurnoverSquares = in.readDouble();
        s.longestHold = TimeCodec.duration(in);
        s.version = in.readUTF();
        if (in.readBoolean()) {
            s.lastOutcome = TimeCodec.instant(in);
        }
        int points = in.readInt();
        for (int i = 0; i < points; i++) {
            s.trend.addLast(in.readDouble());
        }
        s.holds.read(in);
        s.calls.read(in);
        return s;
    }

    private static <K extends Enum<K>> void readCounts(
            DataInput in, K[] keys, SortedMap<K, Integer> counts) throws IOException {
        for (K key : keys) {
            int n = in.readInt();
            if (n > 0) {
                counts.put(key, n);
            }
        }
    }
}
