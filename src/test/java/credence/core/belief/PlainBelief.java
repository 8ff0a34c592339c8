package credence.core.belief;

import credence.core.value.SourceClass;

import org.apache.commons.math3.distribution.TDistribution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The belief of `learning.md` 2 as it is written, without any short cut: every outcome is kept and weighed anew for every run.
///
/// Runs are not pooled, so at most 300 outcomes; no new versions.
final class PlainBelief {

    private final BeliefParameters parameters;
    private final Prior prior;
    private final List<Observation> seen = new ArrayList<>();
    private double[] runs = {1};
    private Instant now = Instant.MIN;

    PlainBelief(BeliefParameters parameters, Prior prior) {
        this.parameters = parameters;
        this.prior = prior;
    }

    void learn(Observation o) {
        now = o.time();
        double[] grown = new double[runs.length + 1];
        double evidence = 0;
        for (int r = 0; r < runs.length; r++) {
            double p = rate(r);
            double predicted = Math.pow(p, o.result()) * Math.pow(1 - p, 1 - o.result());
            evidence += runs[r] * predicted;
            grown[r + 1] = runs[r] * predicted * (1 - parameters.hazard());
        }
        for (int r = 1; r < grown.length; r++) {
            grown[r] /= evidence;
        }
        grown[0] = parameters.hazard();
        runs = grown;
        seen.add(o);
    }

    void at(Instant time) {
        now = time;
    }

    private double weight(int index) {
        Observation o = seen.get(index);
        int age = seen.size() - 1 - index;
        double days = Duration.between(o.time(), now).toSeconds() / 86_400.0;
        return Math.pow(2, -age / parameters.halfLifeOutcomes())
                * Math.pow(2, -days / parameters.halfLifeDays());
    }

    /// Σ weight·amount over the outcomes of a run.
    private double sum(int run, java.util.function.ToDoubleFunction<Observation> amount) {
        double best = 0;
        boolean live = false;
        for (Observation o : seen) {
            best = Math.max(best, o.source().weight());
            live |= o.source() == SourceClass.LIVE;
        }
        double tests = 0;
        for (int i = seen.size() - run; i < seen.size(); i++) {
            if (seen.get(i).source() == SourceClass.BACKTEST) {
                tests += weight(i) * SourceClass.BACKTEST.weight() / best;
            }
        }
        double cap = live && tests > 50 ? 50 / tests : 1;
        double sum = 0;
        for (int i = seen.size() - run; i < seen.size(); i++) {
            Observation o = seen.get(i);
            double s = o.source().weight() / best;
            s *= o.source() == SourceClass.BACKTEST ? cap : 1;
            sum += weight(i) * s * amount.applyAsDouble(o);
        }
        return sum;
    }

    private double rate(int run) {
        double won = sum(run, Observation::result);
        double lost = sum(run, o -> 1 - o.result());
        return (prior.alpha() + won) / (prior.alpha() + prior.beta() + won + lost);
    }

    double accuracy() {
        double mean = 0;
        for (int r = 0; r < runs.length; r++) {
            mean += runs[r] * rate(r);
        }
        return mean;
    }

    double effectiveSample() {
        double n = 0;
        for (int r = 0; r < runs.length; r++) {
            n += runs[r] * sum(r, o -> 1);
        }
        return n;
    }

    private double worst() {
        return seen.stream().mapToDouble(o -> o.r().orElse(0)).reduce(-1, Math::min);
    }

    private double best() {
        return seen.stream().mapToDouble(o -> o.r().orElse(0)).reduce(1, Math::max);
    }

    double edge() {
        double mean = 0;
        for (int r = 0; r < runs.length; r++) {
            mean += runs[r] * location(r);
        }
        return mean;
    }

    private double strength(int run) {
        return prior.edgeStrength() + 2 + sum(run, o -> o.r().isPresent() ? 1 : 0);
    }

    private double location(int run) {
        return (prior.edgeStrength() * prior.edge()
                        + worst()
                        + best()
                        + sum(run, o -> o.r().orElse(0)))
                / strength(run);
    }

    double aboveZero() {
        double sum = 0;
        for (int r = 0; r < runs.length; r++) {
            double n = strength(r) - prior.edgeStrength();
            double squares =
                    worst() * worst()
                            + best() * best()
                            + sum(r, o -> o.r().orElse(0) * o.r().orElse(0));
            double m = location(r);
            double shape = 2 + n / 2;
            double rate =
                    prior.variance()
                            + 0.5
                                    * (squares
                                            + prior.edgeStrength() * prior.edge() * prior.edge()
                                            - strength(r) * m * m);
            double scale = Math.sqrt(rate / (shape * strength(r)));
            sum += runs[r] * new TDistribution(null, 2 * shape).cumulativeProbability(m / scale);
        }
        return sum;
    }
}
