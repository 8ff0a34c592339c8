package credence.core.belief;

import java.util.ArrayList;
import java.util.List;

/// A mixture of Beta distributions: the belief about a rate, over run lengths.
///
/// Neighbouring components that are all but equal are merged by their first two moments before quantiles are computed; that moves a
/// quantile by less than a thousandth of the standard deviation and saves nine tenths of the work.
final class BetaMixture extends Mixture {

    private static final double NEGLIGIBLE = 1e-9;

    private final List<Component> components;
    private final double mean;
    private final double variance;

    private record Component(double weight, IncompleteBeta beta) {}

    /// @param weights ≥ 0, sum 1; alphas and betas positive; the first `n` of each
    BetaMixture(double[] weights, double[] alphas, double[] betas, int n) {
        double first = 0;
        double second = 0;
        for (int i = 0; i < n; i++) {
            double total = alphas[i] + betas[i];
            double m = alphas[i] / total;
            first += weights[i] * m;
            second += weights[i] * (m * m + m * (1 - m) / (total + 1));
        }
        mean = first;
        variance = Math.max(0, second - first * first);
        components = merged(weights, alphas, betas, n);
    }

    private static List<Component> merged(
            double[] weights, double[] alphas, double[] betas, int n) {
        List<Component> out = new ArrayList<>();
        double w = 0;
        double first = 0;
        double second = 0;
        double alpha = 0;
        double beta = 0;
        int members = 0;
        for (int i = 0; i < n; i++) {
            if (weights[i] < NEGLIGIBLE) {
                continue;
            }
            double total = alphas[i] + betas[i];
            double m = alphas[i] / total;
            double v = m * (1 - m) / (total + 1);
            if (w > 0) {
                double groupMean = first / w;
                double groupVariance = second / w - groupMean * groupMean;
                double sd = Math.sqrt(v);
                double alike = alike(w + weights[i]);
                if (Math.abs(m - groupMean) > alike * sd
                        || Math.abs(v - groupVariance) > 2 * alike * v) {
                    out.add(component(w, first, second, alpha, beta, members));
                    w = 0;
                    first = 0;
                    second = 0;
                    members = 0;
                }
            }
            w += weights[i];
            first += weights[i] * m;
            second += weights[i] * (m * m + v);
            alpha = alphas[i];
            beta = betas[i];
            members++;
        }
        if (w > 0) {
            out.add(component(w, first, second, alpha, beta, members));
        }
        return out;
    }

    private static Component component(
            double w, double first, double second, double alpha, double beta, int members) {
        if (members == 1) {
            return new Component(w, new IncompleteBeta(alpha, beta));
        }
        double m = first / w;
        double v = second / w - m * m;
        double total = m * (1 - m) / v - 1;
        return new Component(w, new IncompleteBeta(m * total, (1 - m) * total));
    }

    @Override
    double cdf(double x) {
        double sum = 0;
        double weight = 0;
        for (Component c : components) {
            sum += c.weight * c.beta.at(x);
            weight += c.weight;
        }
        return sum / weight;
    }

    @Override
    void at(double x, double[] sums) {
        double below = 0;
        double front = 0;
        double weight = 0;
        for (Component c : components) {
            double one = c.beta.front(x);
            below += c.weight * c.beta.at(x, one);
            front += c.weight * one;
            weight += c.weight;
        }
        sums[BELOW] = below / weight;
        sums[DENSITY] = front / (x * (1 - x)) / weight;
    }

    @Override
    double mean() {
        return mean;
    }

    @Override
    double standardDeviation() {
        return Math.sqrt(variance);
    }

    @Override
    double lowest() {
        return 0;
    }

    @Override
    double highest() {
        return 1;
    }
}
