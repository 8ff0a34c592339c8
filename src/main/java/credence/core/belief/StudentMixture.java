package credence.core.belief;

import java.util.ArrayList;
import java.util.List;

/// A mixture of Student t distributions: the belief about a mean under Normal-inverse-gamma posteriors, over run lengths.
final class StudentMixture extends Mixture {

    private static final double ALIKE = 0.04;
    private static final double NEGLIGIBLE = 1e-9;

    private final List<Component> components;
    private final double mean;
    private final double variance;
    private final double reach;

    private static final class Component {
        private final double weight;
        private final double location;
        private final double scale;
        private final double freedom;
        private final IncompleteBeta outer;
        private final IncompleteBeta inner;

        Component(double weight, double location, double scale, double freedom) {
            this.weight = weight;
            this.location = location;
            this.scale = scale;
            this.freedom = freedom;
            this.outer = new IncompleteBeta(freedom / 2, 0.5);
            this.inner = new IncompleteBeta(0.5, freedom / 2);
        }

        /// Abramowitz & Stegun 26.7.1 and 26.5.27: tail of t through the incomplete beta function. Near the middle by its
        /// complement, since there freedom ÷ (freedom + t²) is 1 but for the last digits.
        double cdf(double x) {
            double t = (x - location) / scale;
            if (t * t < freedom) {
                double half = 0.5 * inner.at(t * t / (freedom + t * t));
                return t <= 0 ? 0.5 - half : 0.5 + half;
            }
            double tail = 0.5 * outer.at(freedom / (freedom + t * t));
            return t <= 0 ? tail : 1 - tail;
        }
    }

    /// @param weights ≥ 0, sum 1; locations finite; scales > 0; freedoms > 2; the first `n` of each
    StudentMixture(
            double[] weights, double[] locations, double[] scales, double[] freedoms, int n) {
        components = new ArrayList<>();
        double first = 0;
        double second = 0;
        double total = 0;
        int start = -1;
        double w = 0;
        double location = 0;
        double squares = 0;
        double freedom = 0;
        double far = 0;
        for (int i = 0; i < n; i++) {
            double spread = scales[i] * scales[i];
            total += weights[i];
            first += weights[i] * locations[i];
            second +=
                    weights[i]
                            * (locations[i] * locations[i]
                                    + spread * freedoms[i] / (freedoms[i] - 2));
            far = Math.max(far, Math.abs(locations[i]) + 1e4 * scales[i]);
            if (weights[i] < NEGLIGIBLE) {
                continue;
            }
            if (w > 0) {
                double m = location / w;
                double v = squares / w - m * m;
                boolean alike =
                        Math.abs(locations[i] - m) <= ALIKE * scales[i]
                                && Math.abs(spread - v) <= 2 * ALIKE * spread
                                && Math.abs(freedoms[i] - freedom / w) <= 0.1 * freedoms[i];
                if (!alike) {
                    components.add(new Component(w, m, Math.sqrt(v), freedom / w));
                    w = 0;
                    location = 0;
                    squares = 0;
                    freedom = 0;
                }
            }
            w += weights[i];
            location += weights[i] * locations[i];
            squares += weights[i] * (locations[i] * locations[i] + spread);
            freedom += weights[i] * freedoms[i];
            start = i;
        }
        if (start >= 0) {
            double m = location / w;
            components.add(new Component(w, m, Math.sqrt(squares / w - m * m), freedom / w));
        }
        mean = first / total;
        variance = Math.max(0, second / total - mean * mean);
        reach = far;
    }

    @Override
    double cdf(double x) {
        double sum = 0;
        double weight = 0;
        for (Component c : components) {
            sum += c.weight * c.cdf(x);
            weight += c.weight;
        }
        return sum / weight;
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
        return -reach;
    }

    @Override
    double highest() {
        return reach;
    }
}
