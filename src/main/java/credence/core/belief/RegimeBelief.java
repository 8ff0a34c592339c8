package credence.core.belief;

import credence.core.value.Regime;
import credence.core.value.RegimeProbabilities;
import credence.core.value.SourceClass;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/// Belief about one bot in each of the four regimes, by what was known of the regime at entry.
///
/// An outcome counts in every regime by its probability then: wins_r += γ^age · s · P(r) · won, losses_r likewise, with age in **all** later
/// outcomes of the bot and s the source class relative to the best present, as in [BotBelief]; there is no decay by time and no change
/// point here. Over the regimes the counts add up to those of all outcomes whose regime was known. An outcome without a known regime
/// ages the others and counts nowhere.
///
/// The prior of a regime is the bot's belief from its *other* regimes, at strength 20 ([RegimeBeliefParameters#strength]): what one
/// regime shows speaks for the rest until that has its own evidence. So with little in a regime the reading is borrowed, and says so.
/// Checked against hand-worked counts and plain counting with certain regimes.
public final class RegimeBelief {

    private final RegimeBeliefParameters parameters;
    private final double discount;
    private final @Nullable RegimeCounts[] classes =
            new @Nullable RegimeCounts[SourceClass.values().length];
    private final double[] expected = new double[Regime.values().length];
    private final double[] expectedR = new double[Regime.values().length];
    private int outcomes;

    public RegimeBelief(RegimeBeliefParameters parameters) {
        this.parameters = parameters;
        this.discount = parameters.outcomes().discount();
    }

    /// Learns from one outcome.
    ///
    /// @param atEntry how probable each regime was at entry; empty without bars or while warming up
    public void learn(Observation seen, Optional<RegimeProbabilities> atEntry) {
        double factor =
                seen.newVersion() ? discount * parameters.outcomes().versionCarryOver() : discount;
        for (RegimeCounts counts : classes) {
            if (counts != null) {
                counts.fade(factor);
            }
        }
        if (atEntry.isEmpty()) {
            return;
        }
        RegimeProbabilities p = atEntry.get();
        int own = seen.source().ordinal();
        RegimeCounts mine = classes[own];
        if (mine == null) {
            mine = new RegimeCounts();
            classes[own] = mine;
        }
        double most = parameters.outcomes().rClamp();
        OptionalDouble r =
                seen.r().isPresent()
                        ? OptionalDouble.of(Math.clamp(seen.r().getAsDouble(), -most, most))
                        : OptionalDouble.empty();
        mine.add(p, seen.result(), r);
        for (Regime regime : Regime.values()) {
            expected[regime.ordinal()] += p.of(regime);
            expectedR[regime.ordinal()] += r.isPresent() ? p.of(regime) : 0;
        }
        outcomes++;
    }

    /// Forgets everything: beliefs start again from the prior.
    public void reset() {
        java.util.Arrays.fill(classes, null);
        java.util.Arrays.fill(expected, 0);
        java.util.Arrays.fill(expectedR, 0);
        outcomes = 0;
    }

    /// What is believed now.
    ///
    /// @param prior the population's, for a bot of whose other regimes nothing is known
    public RegimeBeliefReading read(Prior prior) {
        return RegimeBeliefReading.of(this, prior);
    }

    /// Outcomes learned whose regime at entry was known.
    public int outcomes() {
        return outcomes;
    }

    /// Expected number of outcomes entered in a regime: Σ P(regime at entry), undiscounted.
    public double expected(Regime regime) {
        return expected[regime.ordinal()];
    }

    /// Of these, the ones with an R.
    double expectedR(Regime regime) {
        return expectedR[regime.ordinal()];
    }

    /// Soft, discounted count of wins in a regime.
    public double wins(Regime regime) {
        return sum(RegimeCounts.WINS, regime);
    }

    /// Soft, discounted count of losses in a regime.
    public double losses(Regime regime) {
        return sum(RegimeCounts.LOSSES, regime);
    }

    /// One sum over source classes, each relative to the best class present; backtests beside live trades stand for at most 50 outcomes
    /// over all regimes.
    double sum(int row, Regime regime) {
        double sum = 0;
        double best = 0;
        for (SourceClass source : SourceClass.values()) {
            RegimeCounts counts = classes[source.ordinal()];
            if (counts == null) {
                continue;
            }
            if (best == 0) {
                best = source.weight();
            }
            sum += weight(source, counts, best) * counts.get(row, regime);
        }
        return sum;
    }

    private double weight(SourceClass source, RegimeCounts counts, double best) {
        double weight = source.weight() / best;
        if (source != SourceClass.BACKTEST || classes[SourceClass.LIVE.ordinal()] == null) {
            return weight;
        }
        double counted = 0;
        for (Regime regime : Regime.values()) {
            counted +=
                    weight
                            * (counts.get(RegimeCounts.WINS, regime)
                                    + counts.get(RegimeCounts.LOSSES, regime));
        }
        return counted > BeliefParameters.BACKTEST_CAP
                ? weight * BeliefParameters.BACKTEST_CAP / counted
                : weight;
    }

    public RegimeBeliefParameters parameters() {
        return parameters;
    }

    public void write(DataOutput out) throws IOException {
        out.writeInt(outcomes);
        for (int i = 0; i < expected.length; i++) {
            out.writeDouble(expected[i]);
            out.writeDouble(expectedR[i]);
        }
        for (RegimeCounts counts : classes) {
            out.writeBoolean(counts != null);
            if (counts != null) {
                counts.write(out);
            }
        }
    }

    /// @throws IOException when the bytes are not those of a belief
    public static RegimeBelief read(DataInput in, RegimeBeliefParameters parameters)
            throws IOException {
        RegimeBelief belief = new RegimeBelief(parameters);
        belief.outcomes = in.readInt();
        if (belief.outcomes < 0) {
            throw new IOException("not a number of outcomes: " + belief.outcomes);
        }
        for (int i = 0; i < belief.expected.length; i++) {
            belief.expected[i] = in.readDouble();
            belief.expectedR[i] = in.readDouble();
        }
        for (int i = 0; i < belief.classes.length; i++) {
            if (in.readBoolean()) {
                RegimeCounts counts = new RegimeCounts();
                counts.read(in);
                belief.classes[i] = counts;
            }
        }
        return belief;
    }
}
