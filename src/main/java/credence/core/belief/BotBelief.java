package credence.core.belief;

import credence.core.value.SourceClass;
import credence.core.value.TimeCodec;

import org.apache.commons.math3.util.FastMath;
import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Belief about one bot: how often it wins, and its mean result in R, as mixtures over the time since the last change point.
///
/// Evidence of an outcome weighs γ^age · 2^(−Δt/365 d) · s, with age in the bot's own later outcomes and s the source class. A run-length
/// posterior ([RunLengths]) over the win/loss stream says how much of the past still speaks of the present; R itself is never the
/// detector. For each run the rate is Beta(α₀ + wins, β₀ + losses) and the mean R is Normal-inverse-gamma with the same weights. One
/// pseudo-outcome at the worst and one at the best R so far, at least ∓1 R, is part of every run: tails are under-seen.
/// Before the first outcome the readings are the prior's, status NO_DATA. All readings are finite for every input.
/// Source: Adams & MacKay (2007) for the runs; Beta–Bernoulli and Normal-inverse-gamma conjugacy, e.g. Murphy (2007), for the rest.
/// Checked against: belief.betaQuantiles.18of20, belief.discountedBeta, belief.probAboveHalf, change.bocpd.gaussian.
public final class BotBelief {

    /// Runs shorter than this many outcomes count as a recent change.
    public static final int SHORT_RUN = 60;

    private static final double SEAM_ABOVE = 0.5;
    private static final double REARM_BELOW = 0.2;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double[] NOTHING_YET = new double[1];

    private final BeliefParameters parameters;
    private final double discount;
    private final RunLengths runs;
    private final @Nullable Evidence[] evidence =
            new @Nullable Evidence[SourceClass.values().length];
    private final Tails wins = new Tails();
    private final Tails losses = new Tails();
    private final double[] predictive;
    private double[] won = NOTHING_YET;
    private double[] lost = NOTHING_YET;
    private int outcomes;
    private int rOutcomes;
    private int seenWins;
    private int seenLosses;
    private double worst;
    private double best;
    private boolean armed = true;
    private int sinceSeam;
    private @Nullable Instant last;

    public BotBelief(BeliefParameters parameters) {
        this.parameters = parameters;
        this.discount = parameters.discount();
        this.runs = new RunLengths(parameters.hazard(), parameters.longestRun());
        this.predictive = new double[parameters.longestRun() + 1];
    }

    /// Learns from one outcome.
    ///
    /// @param prior the population's prior of the day
    public Update learn(Observation seen, Prior prior) {
        fadeTo(seen.time());
        boolean newVersion = seen.newVersion() && outcomes > 0;
        if (newVersion) {
            fade(parameters.versionCarryOver());
        }
        boolean firstLive =
                seen.source() == SourceClass.LIVE
                        && outcomes > 0
                        && evidence[SourceClass.LIVE.ordinal()] == null;
        combine();
        double before = meanRate(prior);
        double confidenceBefore = confidenceOf(weightOfEvidence());
        predict(seen.result(), prior);
        boolean full = runs.full();
        double share = full ? runs.longestShare(predictive) : 1;
        int grown = runs.count();
        double likelihood = runs.update(predictive);
        int now = runs.count();
        int own = seen.source().ordinal();
        if (evidence[own] == null) {
            evidence[own] = new Evidence(parameters.longestRun() + 1);
        }
        for (Evidence e : evidence) {
            if (e != null) {
                e.fade(discount, grown);
                e.grow(grown, full, share);
            }
        }
        wins.fade(discount);
        losses.fade(discount);
        Evidence mine = java.util.Objects.requireNonNull(evidence[own]);
        mine.add(Evidence.WINS, seen.result(), now);
        mine.add(Evidence.LOSSES, 1 - seen.result(), now);
        if (seen.r().isPresent()) {
            double r = clamped(seen.r().getAsDouble());
            mine.add(Evidence.R_WEIGHT, 1, now);
            mine.add(Evidence.R_SUM, r, now);
            mine.add(Evidence.R_SQUARES, r * r, now);
            worst = rOutcomes == 0 ? r : Math.min(worst, r);
            best = rOutcomes == 0 ? r : Math.max(best, r);
            rOutcomes++;
            if (seen.result() == 1) {
                wins.add(r);
            } else if (seen.result() == 0) {
                losses.add(-r);
            }
        }
        outcomes++;
        sinceSeam++;
        if (seen.result() == 1) {
            seenWins++;
        } else if (seen.result() == 0) {
            seenLosses++;
        }
        last = seen.time();
        combine();
        return new Update(
                before,
                likelihood,
                meanRate(prior),
                confidenceBefore,
                confidenceOf(weightOfEvidence()),
                seam(newVersion || firstLive));
    }

    /// Forgets everything: beliefs start again from the prior.
    public void reset() {
        runs.clear();
        java.util.Arrays.fill(evidence, null);
        wins.clear();
        losses.clear();
        outcomes = 0;
        rOutcomes = 0;
        seenWins = 0;
        seenLosses = 0;
        worst = 0;
        best = 0;
        armed = true;
        sinceSeam = 0;
        last = null;
    }

    /// What is believed at a moment.
    ///
    /// @param at not before the last outcome
    /// @param openLosses provisional outcomes: the R of open trades marked at a loss
    public BeliefReading read(Instant at, Prior prior, List<Double> openLosses) {
        return BeliefReading.of(this, prior, fadeFactor(at), openLosses);
    }

    /// R as learners see it (`learning.md` 1).
    double clamped(double r) {
        return Math.clamp(r, -parameters.rClamp(), parameters.rClamp());
    }

    /// @param newEra whether a new version or the first live trade draws a seam by itself
    private boolean seam(boolean newEra) {
        if (newEra) {
            sinceSeam = 0;
            return true;
        }
        if (outcomes <= SHORT_RUN) {
            return false;
        }
        double recent = runs.shorterThan(SHORT_RUN);
        if (armed && recent > SEAM_ABOVE) {
            armed = false;
            sinceSeam = 0;
            return true;
        }
        if (recent < REARM_BELOW) {
            armed = true;
        }
        return false;
    }

    /// Sums what each run has seen of wins and losses, over source classes.
    private void combine() {
        won = combined(Evidence.WINS);
        lost = combined(Evidence.LOSSES);
    }

    /// The sums of one row for every run, over source classes, as [#combined(int, int)] has them; to be read only, and before the next
    /// outcome. Of one class alone they are its own: they are not copied, since the beliefs of a fleet are larger than the caches.
    private double[] combined(int row) {
        Evidence only = onlyClass();
        if (only != null) {
            return only.row(row);
        }
        double[] sums = new double[runs.count()];
        for (int r = 0; r < sums.length; r++) {
            sums[r] = combined(row, r);
        }
        return sums;
    }

    private void predict(double result, Prior prior) {
        double alpha = prior.alpha();
        double strength = prior.rateStrength();
        for (int r = 0; r < runs.count(); r++) {
            double p = (alpha + won[r]) / (strength + won[r] + lost[r]);
            // A break-even is half a win and half a loss: p^½ (1 − p)^½.
            predictive[r] = result == 1 ? p : result == 0 ? 1 - p : Math.sqrt(p * (1 - p));
        }
    }

    /// Mean of the rate over the runs, as last combined.
    private double meanRate(Prior prior) {
        double alpha = prior.alpha();
        double strength = prior.rateStrength();
        double sum = 0;
        for (int r = 0; r < runs.count(); r++) {
            sum += runs.probability(r) * (alpha + won[r]) / (strength + won[r] + lost[r]);
        }
        return sum;
    }

    /// Sum of evidence weights, averaged over the runs, as last combined.
    private double weightOfEvidence() {
        double sum = 0;
        for (int r = 1; r < runs.count(); r++) {
            sum += runs.probability(r) * (won[r] + lost[r]);
        }
        return sum;
    }

    /// 0.10 + 0.85·(1 − √(k/(k + n))): 0.10 with no evidence, towards 0.95 with much (k = 10).
    double confidenceOf(double weight) {
        double k = parameters.confidenceScale();
        return 0.10 + 0.85 * (1 - Math.sqrt(k / (k + weight)));
    }

    /// A sum over source classes, each relative to the best class present; backtests beside better evidence stand for at most 50 outcomes.
    double combined(int row, int run) {
        Evidence only = onlyClass();
        if (only != null) {
            return only.get(row, run);
        }
        double sum = 0;
        double bestWeight = 0;
        for (SourceClass source : SourceClass.values()) {
            Evidence e = evidence[source.ordinal()];
            if (e == null) {
                continue;
            }
            if (bestWeight == 0) {
                bestWeight = source.weight();
            }
            double weight = source.weight() / bestWeight;
            if (source == SourceClass.BACKTEST && evidence[SourceClass.LIVE.ordinal()] != null) {
                double counted = (e.get(Evidence.WINS, run) + e.get(Evidence.LOSSES, run)) * weight;
                weight *=
                        counted > BeliefParameters.BACKTEST_CAP
                                ? BeliefParameters.BACKTEST_CAP / counted
                                : 1;
            }
            sum += weight * e.get(row, run);
        }
        return sum;
    }

    private @Nullable Evidence onlyClass() {
        Evidence found = null;
        for (Evidence e : evidence) {
            if (e != null) {
                if (found != null) {
                    return null;
                }
                found = e;
            }
        }
        return found;
    }

    private double fadeFactor(Instant at) {
        if (last == null || !at.isAfter(last)) {
            return 1;
        }
        Duration silence = Duration.between(last, at);
        double days = (silence.getSeconds() + silence.getNano() / 1e9) / SECONDS_PER_DAY;
        return FastMath.exp(-FastMath.log(2) * days / parameters.halfLifeDays());
    }

    private void fadeTo(Instant at) {
        double factor = fadeFactor(at);
        if (factor != 1) {
            fade(factor);
        }
    }

    private void fade(double factor) {
        for (Evidence e : evidence) {
            if (e != null) {
                e.fade(factor, runs.count());
            }
        }
        wins.fade(factor);
        losses.fade(factor);
    }

    public BeliefParameters parameters() {
        return parameters;
    }

    /// Mean R believed now, without open losses; 0 before the first R.
    public double meanEdge(Prior prior) {
        if (rOutcomes == 0) {
            return 0;
        }
        double ends = Math.min(-1, worst) + Math.max(1, best);
        double[] weights = combined(Evidence.R_WEIGHT);
        double[] sums = combined(Evidence.R_SUM);
        double sum = 0;
        for (int r = 0; r < runs.count(); r++) {
            double strength = prior.edgeStrength() + weights[r] + 2;
            sum +=
                    runs.probability(r)
                            * (prior.edgeStrength() * prior.edge() + sums[r] + ends)
                            / strength;
        }
        return sum;
    }

    RunLengths runs() {
        return runs;
    }

    /// Outcomes learned since the start or the last reset.
    public int outcomes() {
        return outcomes;
    }

    /// Of these, the ones with an R.
    public int rOutcomes() {
        return rOutcomes;
    }

    public int seenWins() {
        return seenWins;
    }

    public int seenLosses() {
        return seenLosses;
    }

    double worst() {
        return worst;
    }

    double best() {
        return best;
    }

    /// R of wins, discounted.
    public Tails wins() {
        return wins;
    }

    /// R of losses as magnitudes, discounted.
    public Tails losses() {
        return losses;
    }

    /// Outcomes since the last drawn change point, or since the start.
    public int sinceSeam() {
        return sinceSeam;
    }

    public @Nullable Instant last() {
        return last;
    }

    public void write(DataOutput out) throws IOException {
        runs.write(out);
        for (Evidence e : evidence) {
            out.writeBoolean(e != null);
            if (e != null) {
                e.write(out, runs.count());
            }
        }
        wins.write(out);
        losses.write(out);
        out.writeInt(outcomes);
        out.writeInt(rOutcomes);
        out.writeInt(seenWins);
        out.writeInt(seenLosses);
        out.writeDouble(worst);
        out.writeDouble(best);
        out.writeBoolean(armed);
        out.writeInt(sinceSeam);
        out.writeBoolean(last != null);
        if (last != null) {
            TimeCodec.instant(out, last);
        }
    }

    public static BotBelief read(DataInput in, BeliefParameters parameters) throws IOException {
        BotBelief b = new BotBelief(parameters);
        b.runs.read(in);
        for (int i = 0; i < b.evidence.length; i++) {
            if (in.readBoolean()) {
                Evidence e = new Evidence(parameters.longestRun() + 1);
                e.read(in, b.runs.count());
                b.evidence[i] = e;
            }
        }
        b.wins.read(in);
        b.losses.read(in);
        b.outcomes = in.readInt();
        b.rOutcomes = in.readInt();
        b.seenWins = in.readInt();
        b.seenLosses = in.readInt();
        b.worst = in.readDouble();
        b.best = in.readDouble();
        b.armed = in.readBoolean();
        b.sinceSeam = in.readInt();
        if (in.readBoolean()) {
            b.last = TimeCodec.instant(in);
        }
        return b;
    }
}
